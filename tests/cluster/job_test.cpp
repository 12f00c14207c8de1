#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "cluster/world.hpp"

namespace shanhai::cluster {
namespace {

using Catch::Matchers::Contains;
using std::chrono::seconds;

std::uint64_t sum(const std::vector<std::uint64_t>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0});
}

/// Every point was written, once.
void check_whole(const World& world, std::size_t tasks) {
  CHECK_FALSE(world.end().refusal);
  CHECK_FALSE(world.end().interrupted);
  CHECK(world.written().size() == 2 * tasks);
  CHECK(std::ranges::all_of(world.written(), [](const auto& one) { return one.second == 1; }));
  CHECK(sum(world.end().points) == 2 * tasks);
}

}  // namespace

TEST_CASE("On a fine day all is done, once, and all go home", "[cluster][job]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const int ranks = 1 + static_cast<int>(seed % 7);
    World world(seed, ranks, 40, {});
    REQUIRE(world.live());
    check_whole(world, 40);
    CHECK(world.end().silent.empty());
    CHECK(world.duplicates() == 0);
  }
}

TEST_CASE("Equal tasks spread evenly", "[cluster][job]") {
  Weather steady;
  steady.longest_task = seconds(1);
  World world(1, 4, 400, steady);
  REQUIRE(world.live());
  for (const std::uint64_t points : world.end().points) {
    CHECK(points > 160);
    CHECK(points < 240);
  }
}

TEST_CASE("A rank that is ready sooner does not take the tasks of the others", "[cluster][job]") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    World world(seed, 4, 4, {});
    REQUIRE(world.live());
    CHECK(world.end().points == std::vector<std::uint64_t>{2, 2, 2, 2});
  }
}

TEST_CASE("Ranks that freeze, come back late or die lose and double nothing", "[cluster][job]") {
  std::uint64_t duplicates = 0;
  std::uint64_t dead = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    INFO("seed " << seed);
    Weather weather;
    weather.freeze = 0.02;
    weather.die = seed % 2 == 0 ? 0.005 : 0;
    weather.longest_freeze = seconds(12);
    const std::size_t tasks = 1 + seed % 23;
    World world(seed, 2 + static_cast<int>(seed % 5), tasks, weather);
    REQUIRE(world.live());
    check_whole(world, tasks);
    for (const Rank rank : world.end().silent) {
      CHECK(rank != 0);
    }
    duplicates += world.duplicates();
    dead += world.dead().size();
  }
  CHECK(duplicates > 100);  // else nothing was tried
  CHECK(dead > 1000);
}

TEST_CASE("A rank whose self-test differs is refused by name, before anything is computed", "[cluster][job]") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    World world(seed, 4, 20, {});
    world.failing_self_test = {2};
    REQUIRE(world.live());
    REQUIRE(world.end().refusal);
    CHECK_FALSE(world.end().refusal->of_user);
    CHECK_THAT(world.end().refusal->reason.en, Contains("rank 2 (host-2)") && Contains("rank 0 (host-0)"));
    CHECK_THAT(world.end().refusal->reason.zh, Contains("进程 2（host-2）"));
    CHECK(world.written().empty());
    CHECK(world.end().silent.empty());
  }
}

TEST_CASE("A point that two ranks compute differently ends the job, and names both", "[cluster][job]") {
  std::uint64_t caught = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Weather weather;
    weather.freeze = 0.05;
    weather.longest_freeze = seconds(12);
    World world(seed, 3, 12, weather);
    world.computing_other_bits = {1};
    REQUIRE(world.live());
    if (world.end().refusal) {
      ++caught;
      CHECK_FALSE(world.end().refusal->of_user);
      CHECK_THAT(world.end().refusal->reason.en, Contains("point") && Contains("rank 1 (host-1)"));
    }
  }
  CHECK(caught > 10);
}

TEST_CASE("A rank that never wakes is left behind", "[cluster][job]") {
  World world(5, 3, 30, {});
  world.freeze_for_ever(2);
  REQUIRE(world.live());
  check_whole(world, 30);
  CHECK(world.end().silent == std::vector<Rank>{2});
  CHECK(world.end().points[2] == 0);
}

}  // namespace shanhai::cluster
