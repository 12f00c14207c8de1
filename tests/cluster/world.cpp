#include "cluster/world.hpp"

#include <algorithm>

#include "core/say.hpp"

namespace shanhai::cluster {

World::World(std::uint64_t seed, int ranks, std::size_t tasks, const Weather& weather)
    : dice_(seed), weather_(weather), size_(ranks), tasks_(tasks), people_(static_cast<std::size_t>(ranks)) {}

bool World::live() {
  Job job;
  job.work = "work";
  job.lease = lease;
  for (std::uint64_t task = 0; task < tasks_; ++task) {
    job.tasks.push_back({2 * task, 2 * task + 1});
  }
  job.write = [this](std::span<const store::PointResult> results) {
    return write(results);
  };
  for (Rank rank = 0; rank < size_; ++rank) {
    of(rank).worker.emplace(mail_of(rank), hands_of(rank), fmt::format("host-{}", rank), lease, now_);
  }
  master_.emplace(mail_of(0), job, now_);
  constexpr int most_steps = 200'000;
  for (int i = 0; i < most_steps; ++i) {
    now_ += up_to(std::chrono::milliseconds(200));
    for (Rank rank = 0; rank < size_; ++rank) {
      step(rank);
    }
    std::size_t at_home = 1;  // rank 0 goes last
    for (Rank rank = 1; rank < size_; ++rank) {
      at_home += dead_.contains(rank) || state(rank) == Worker::State::gone ? 1U : 0U;
    }
    if (master_->is_over() && (!end().silent.empty() || at_home == people_.size())) {
      return true;
    }
  }
  return false;
}

void World::step(Rank rank) {
  if (rank != 0 && chance(weather_.die)) {
    dead_.insert(rank);
  }
  Person& person = of(rank);
  if (dead_.contains(rank) || person.frozen_until > now_) {
    return;
  }
  if (chance(weather_.freeze)) {
    person.frozen_until = now_ + up_to(weather_.longest_freeze);
    return;
  }
  deliver(rank);
  if (rank == 0 && !master_->is_over()) {
    master_->turn(now_);
  }
  person.worker->turn(now_);
}

void World::deliver(Rank rank) {
  for (auto& [from, letters] : of(rank).letters) {
    while (!letters.empty() && letters.front().first <= now_) {
      const Message message = std::move(letters.front().second);
      letters.pop_front();
      if (!is_to_master(message.tag)) {
        of(rank).worker->take(message, now_);
      } else if (!master_->is_over()) {
        master_->take(message, now_);
      }
    }
  }
}

Mail World::mail_of(Rank rank) {
  return {rank,
          size_,
          [this, rank](Rank to, Tag tag, std::string bytes) {
            auto& letters = of(to).letters[rank];
            const Time before = letters.empty() ? now_ : letters.back().first;  // in the order in which they were sent
            letters.emplace_back(std::max(before, now_ + up_to(weather_.longest_way)),
                                 Message{rank, tag, std::move(bytes)});
          },
          {}};
}

Hands World::hands_of(Rank rank) {
  return {.prepare =
              [this, rank](const std::string& /*work*/) {
                put_to_work(rank, failing_self_test.contains(rank) ? "wrong" : "right", std::chrono::seconds(1));
              },
          .give =
              [this, rank](const Order& order) {
                Answer answer{order.task, {}};
                std::ranges::transform(order.points, std::back_inserter(answer.results), [&](std::uint64_t point) {
                  return result(rank, point);
                });
                put_to_work(rank, std::move(answer), weather_.longest_task);
              },
          .finished = [this, rank]() -> std::optional<Finished> {
            auto& at_work = of(rank).at_work;
            if (at_work.empty() || at_work.front().first > now_) {
              return std::nullopt;
            }
            Finished finished = std::move(at_work.front().second);
            at_work.pop_front();
            return finished;
          },
          .stop =
              [this, rank] {
                of(rank).at_work.clear();
              }};
}

void World::put_to_work(Rank rank, Finished finished, Clock::duration longest) {
  auto& at_work = of(rank).at_work;
  const Time before = at_work.empty() ? now_ : at_work.back().first;
  at_work.emplace_back(std::max(before, now_) + up_to(longest), std::move(finished));
}

store::PointResult World::result(Rank rank, std::uint64_t point) const {
  store::PointResult result;
  result.point = point;
  result.hash = computing_other_bits.contains(rank) ? "other" : "bits";
  return result;
}

std::optional<store::Refusal> World::write(std::span<const store::PointResult> results) {
  for (const store::PointResult& one : results) {
    const auto [there, is_new] = disk_.try_emplace(one.point, one.hash);
    if (there->second != one.hash) {
      return store::Refusal{false, say({"第 {} 点不同", "point {} differs"}, one.point)};
    }
    written_[one.point] += is_new ? 1 : 0;
    duplicates_ += is_new ? 0 : 1;
  }
  return std::nullopt;
}

Clock::duration World::up_to(Clock::duration longest) {
  return Clock::duration(std::uniform_int_distribution<Clock::rep>(0, longest.count())(dice_));
}

}  // namespace shanhai::cluster
