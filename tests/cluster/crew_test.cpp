#include "cluster/crew.hpp"

#include <deque>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <thread>

#include <catch2/catch.hpp>

namespace shanhai::cluster {
namespace {

using Catch::Matchers::Contains;

/// Letter boxes that ranks in one process share.
class Boxes {
 public:
  explicit Boxes(int size) : boxes_(static_cast<std::size_t>(size)) {}

  [[nodiscard]] Mail mail(Rank rank) {
    return {rank,
            static_cast<int>(boxes_.size()),
            [this, rank](Rank to, Tag tag, std::string bytes) {
              const std::scoped_lock lock(mutex_);
              boxes_.at(static_cast<std::size_t>(to)).push_back({rank, tag, std::move(bytes)});
            },
            [this, rank]() -> std::optional<Message> {
              const std::scoped_lock lock(mutex_);
              auto& box = boxes_.at(static_cast<std::size_t>(rank));
              if (box.empty()) {
                return std::nullopt;
              }
              Message message = std::move(box.front());
              box.pop_front();
              return message;
            }};
  }

 private:
  std::mutex mutex_;
  std::vector<std::deque<Message>> boxes_;
};

Duty duty() {
  return {.prepare = [](std::string_view work) { return std::string(work); },
          .results =
              [](const std::vector<std::uint64_t>& points) {
                std::vector<store::PointResult> results(points.size());
                for (std::size_t i = 0; i < points.size(); ++i) {
                  results[i].point = points[i];
                }
                return std::optional(results);
              },
          .stop =
              [] {
              }};
}

struct Ended {
  End end;
  std::vector<std::uint64_t> written;
  bool in_good_order = true;
};

/// A job of 50 points on some ranks, each a thread of this process; those above 0 do the other duty.
Ended run(int ranks, const Duty& others, std::atomic<bool>& asked_of_last) {
  Boxes boxes(ranks);
  Ended ended;
  Job job;
  job.work = "work";
  for (std::uint64_t point = 0; point < 50; ++point) {
    job.tasks.push_back({point});
  }
  job.write = [&ended](std::span<const store::PointResult> results) -> std::optional<store::Refusal> {
    for (const store::PointResult& one : results) {
      ended.written.push_back(one.point);
    }
    return std::nullopt;
  };
  const std::atomic<bool> nobody_asks = false;
  std::atomic<bool> all_home = true;
  {
    std::vector<std::jthread> threads;
    for (Rank rank = 1; rank < ranks; ++rank) {
      threads.emplace_back([&, rank] {
        const std::atomic<bool>& asked = rank + 1 == ranks ? asked_of_last : nobody_asks;
        if (!serve(boxes.mail(rank), others, "elsewhere", std::chrono::seconds(30), asked)) {
          all_home = false;
        }
      });
    }
    ended.end = lead(boxes.mail(0), std::move(job), duty(), "here", nobody_asks);
  }
  ended.in_good_order = all_home;
  return ended;
}

}  // namespace

TEST_CASE("Ranks in threads do a job together and go home", "[cluster][crew]") {
  std::atomic<bool> asked = false;
  Ended ended = run(GENERATE(1, 2, 5), duty(), asked);
  CHECK_FALSE(ended.end.refusal);
  CHECK_FALSE(ended.end.interrupted);
  CHECK(ended.end.silent.empty());
  CHECK(ended.in_good_order);
  std::ranges::sort(ended.written);
  std::vector<std::uint64_t> all(50);
  std::iota(all.begin(), all.end(), 0);
  CHECK(ended.written == all);
  CHECK(std::accumulate(ended.end.points.begin(), ended.end.points.end(), std::uint64_t{0}) == 50);
}

TEST_CASE("What a rank cannot do ends the job, and the rank is named", "[cluster][crew]") {
  std::atomic<bool> asked = false;
  Duty unable = duty();
  unable.prepare = [](std::string_view /*work*/) {
    return Text{"没有指令集", "no such instruction set"};
  };
  Duty throwing = duty();
  throwing.results =
      [](const std::vector<std::uint64_t>& /*points*/) -> std::optional<std::vector<store::PointResult>> {
    throw std::bad_alloc();
  };
  Duty different = duty();
  different.prepare = [](std::string_view /*work*/) {
    return std::string("other bits");
  };
  const auto [bad, reason] = GENERATE_COPY(std::pair(unable, "no such instruction set"),
                                           std::pair(throwing, "rank 1 (elsewhere): out of memory"),
                                           std::pair(different, "rank 1 (elsewhere): its self-test differs"));
  const Ended ended = run(2, bad, asked);
  REQUIRE(ended.end.refusal);
  CHECK_FALSE(ended.end.refusal->of_user);
  CHECK_THAT(ended.end.refusal->reason.en, Contains("rank 1") && Contains(reason));
  CHECK(ended.end.silent.empty());
  CHECK(ended.in_good_order);
}

TEST_CASE("A rank that is asked to end takes the job with it", "[cluster][crew]") {
  std::atomic<bool> asked = true;
  const Ended ended = run(3, duty(), asked);
  CHECK(ended.end.interrupted);
  CHECK_FALSE(ended.end.refusal);
  CHECK(ended.end.silent.empty());
  CHECK(ended.in_good_order);
}

TEST_CASE("A job that never comes to be sends everybody home", "[cluster][crew]") {
  Boxes boxes(3);
  std::atomic<int> home = 0;
  const std::atomic<bool> nobody_asks = false;
  std::vector<std::jthread> threads;
  for (const Rank rank : {1, 2}) {
    threads.emplace_back(
        [&, rank] { home += serve(boxes.mail(rank), duty(), "", std::chrono::seconds(30), nobody_asks) ? 1 : 0; });
  }
  CHECK(dismiss(boxes.mail(0)).empty());
  threads.clear();
  CHECK(home == 2);
}

}  // namespace shanhai::cluster
