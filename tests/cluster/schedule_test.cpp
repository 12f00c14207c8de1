#include "cluster/schedule.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

namespace shanhai::cluster {
namespace {

using std::chrono::seconds;

constexpr Time start{};
constexpr seconds lease{30};

/// A schedule whose ranks have all joined.
Schedule ready(std::size_t tasks, int ranks) {
  Schedule schedule(tasks, ranks, lease, start);
  for (Rank rank = 0; rank < ranks; ++rank) {
    schedule.join(rank, start);
  }
  return schedule;
}

/// All that can be had now, as pairs of rank and task.
std::vector<std::pair<Rank, std::size_t>> all_leases(Schedule& schedule) {
  std::vector<std::pair<Rank, std::size_t>> leases;
  while (const auto lease_now = schedule.next()) {
    leases.emplace_back(lease_now->rank, lease_now->task);
  }
  return leases;
}

using Leases = std::vector<std::pair<Rank, std::size_t>>;

}  // namespace

TEST_CASE("Every rank has one task before any has two, and none two when few are left", "[cluster][schedule]") {
  Schedule schedule = ready(8, 3);
  CHECK(all_leases(schedule) == Leases{{0, 0}, {1, 1}, {2, 2}, {0, 3}, {1, 4}});
  CHECK(schedule.answer(2, 2));
  CHECK(all_leases(schedule) == Leases{{2, 5}});
}

TEST_CASE("Who has not joined is given nothing", "[cluster][schedule]") {
  Schedule schedule(4, 2, lease, start);
  CHECK_FALSE(schedule.next());
  schedule.join(1, start);
  CHECK(all_leases(schedule) == Leases{{1, 0}, {1, 1}});
}

TEST_CASE("A silent rank's tasks go to the others, after all that nobody has had", "[cluster][schedule]") {
  Schedule schedule = ready(4, 2);
  CHECK(all_leases(schedule) == Leases{{0, 0}, {1, 1}});
  schedule.heard(0, start + lease);
  schedule.expire(start + lease);
  CHECK_FALSE(schedule.is_silent(1));
  schedule.heard(0, start + lease + seconds(1));
  schedule.expire(start + lease + seconds(1));
  CHECK(schedule.is_silent(1));
  CHECK(schedule.answer(0, 0));
  CHECK(all_leases(schedule) == Leases{{0, 2}});
  CHECK(schedule.answer(0, 2));
  CHECK(all_leases(schedule) == Leases{{0, 3}});
  CHECK(schedule.answer(0, 3));
  CHECK(all_leases(schedule) == Leases{{0, 1}});
  CHECK_FALSE(schedule.is_finished());
  CHECK(schedule.answer(0, 1));
  CHECK(schedule.is_finished());
}

TEST_CASE("A late answer counts, and the second one does not", "[cluster][schedule]") {
  Schedule schedule = ready(2, 2);
  CHECK(all_leases(schedule) == Leases{{0, 0}, {1, 1}});
  schedule.heard(0, start + 2 * lease);
  schedule.expire(start + 2 * lease);
  CHECK(schedule.answer(0, 0));
  CHECK(all_leases(schedule) == Leases{{0, 1}});
  CHECK(schedule.answer(1, 1));  // it was only slow
  CHECK(schedule.answered_by(1) == 1);
  CHECK(schedule.is_finished());
  CHECK_FALSE(schedule.answer(0, 1));
  CHECK(schedule.answered_by(1) == 1);
}

TEST_CASE("A rank that comes back goes on with what nobody else has been given", "[cluster][schedule]") {
  Schedule schedule = ready(2, 2);
  CHECK(all_leases(schedule) == Leases{{0, 0}, {1, 1}});
  schedule.heard(0, start + 2 * lease);
  schedule.expire(start + 2 * lease);
  schedule.heard(1, start + 2 * lease);
  CHECK_FALSE(schedule.is_silent(1));
  CHECK(schedule.answer(0, 0));
  CHECK(all_leases(schedule).empty());
}

TEST_CASE("Nobody is silent while nobody listens", "[cluster][schedule]") {
  Schedule schedule = ready(2, 2);
  schedule.excuse(10 * lease);
  schedule.expire(start + 10 * lease);
  CHECK_FALSE(schedule.is_silent(0));
}

}  // namespace shanhai::cluster
