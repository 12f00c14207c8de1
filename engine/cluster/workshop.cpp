#include "cluster/workshop.hpp"

#include <exception>
#include <new>
#include <utility>

namespace shanhai::cluster {
namespace {

/// Does a step; what it throws is a trouble.
template <class Step>
std::optional<Finished> done(const Step& step) {
  try {
    return step();
  } catch (const std::bad_alloc&) {
    return Text{"内存不足", "out of memory"};
  } catch (const std::exception& error) {
    return Text{error.what(), error.what()};
  }
}

}  // namespace

Workshop::Workshop(Duty duty) : duty_(std::move(duty)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

Workshop::~Workshop() {
  stop();
}

Hands Workshop::hands() {
  return {.prepare =
              [this](std::string work) {
                add([this, work = std::move(work)]() -> std::optional<Finished> {
                  std::variant<std::string, Text> prepared = duty_.prepare(work);
                  return std::visit([](auto& one) -> Finished { return std::move(one); }, prepared);
                });
              },
          .give =
              [this](Order order) {
                add([this, order = std::move(order)]() -> std::optional<Finished> {
                  auto results = duty_.results(order.points);
                  return results ? std::optional<Finished>(Answer{order.task, *std::move(results)}) : std::nullopt;
                });
              },
          .finished = [this] { return finished(); },
          .stop =
              [this] {
                stop();
              }};
}

void Workshop::add(Step step) {
  {
    const std::scoped_lock lock(mutex_);
    steps_.push_back(std::move(step));
  }
  news_.notify_one();
}

void Workshop::stop() {
  thread_.request_stop();
  duty_.stop();
}

std::optional<Finished> Workshop::finished() {
  const std::scoped_lock lock(mutex_);
  if (finished_.empty()) {
    return std::nullopt;
  }
  Finished first = std::move(finished_.front());
  finished_.pop_front();
  return first;
}

void Workshop::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (news_.wait(lock, stop, [this] { return !steps_.empty(); }) && !stop.stop_requested()) {
    const Step step = std::move(steps_.front());
    steps_.pop_front();
    lock.unlock();
    std::optional<Finished> result = done(step);
    lock.lock();
    if (result) {
      finished_.push_back(*std::move(result));
    }
  }
}

}  // namespace shanhai::cluster
