#include "run/in_parallel.hpp"

#include <algorithm>
#include <new>

#include <catch2/catch.hpp>

namespace shanhai::run {

TEST_CASE("Every task is done once, for any threads", "[run][parallel]") {
  for (const std::size_t count : {0U, 1U, 3U, 1000U}) {
    for (const unsigned threads : {1U, 2U, 5U}) {
      std::vector<std::atomic<int>> done(count);
      in_parallel(count, threads, [&](std::size_t task) { ++done[task]; });
      CHECK(std::ranges::all_of(done, [](const std::atomic<int>& times) { return times == 1; }));
    }
  }
}

TEST_CASE("What a task throws is thrown to the caller, on any thread", "[run][parallel]") {
  for (const unsigned threads : {1U, 2U, 5U}) {
    const auto throws = [](std::size_t task) {
      if (task == 7) {
        throw std::bad_alloc();
      }
    };
    CHECK_THROWS_AS(in_parallel(100, threads, throws), std::bad_alloc);
  }
}

}  // namespace shanhai::run
