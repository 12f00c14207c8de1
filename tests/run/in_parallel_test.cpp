#include "run/in_parallel.hpp"

#include <algorithm>

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

}  // namespace shanhai::run
