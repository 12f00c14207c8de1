#include "sweep/task.hpp"

#include <algorithm>

#include "sweep/example_sweep.hpp"

namespace shanhai::sweep {
namespace {

using Lists = std::vector<std::vector<std::uint64_t>>;

Lists lists(const std::vector<Task>& tasks) {
  Lists result;
  std::ranges::transform(tasks, std::back_inserter(result), &Task::points);
  return result;
}

}  // namespace

TEST_CASE("What is a term", "[sweep][task]") {
  CHECK(is_term("schemes.plain.shares.host"));
  CHECK(is_term("costs[0].amount"));
  CHECK(is_term("transfers"));
  CHECK_FALSE(is_term("costsharing"));
  CHECK_FALSE(is_term("parties.host.discount_rate"));
  CHECK_FALSE(is_term("revenue.park.land.gross"));
}

TEST_CASE("Points that differ only in terms are one task", "[sweep][task]") {
  const Sweep sweep =
      sweep_of("axes:\n  schemes.plain.shares.host: [1%, 2%, 3%]\n  seed: [1, 2]\n  costs[0].from: [host, origin]\n");
  const Points points(sweep, 1);
  CHECK(lists(tasks_of(sweep, base_node(), points, 1000)) == Lists{{0, 1, 4, 5, 8, 9}, {2, 3, 6, 7, 10, 11}});
}

TEST_CASE("A task has no more schemes than it may; equal ones count once", "[sweep][task]") {
  // `capped` is the same at every point, so n points have n + 1 schemes.
  const Sweep sweep = sweep_of("axes: {schemes.plain.shares.host: [1%, 2%, 3%, 4%, 5%]}\n");
  const Points points(sweep, 1);
  CHECK(lists(tasks_of(sweep, base_node(), points, 3)) == Lists{{0, 1}, {2, 3}, {4}});
  CHECK(lists(tasks_of(sweep, base_node(), points, 1)) == Lists{{0}, {1}, {2}, {3}, {4}});
}

TEST_CASE("Costs change the schemes that have none of their own, and count for all", "[sweep][task]") {
  const Sweep sweep = sweep_of("axes:\n  costs[0].amount: [1, 2]\n  schemes.capped.cap.total: [1, 2]\n");
  CHECK(axes_of_schemes(sweep, base_node()) == std::vector<std::vector<std::size_t>>{{0}, {0, 1}});
}

}  // namespace shanhai::sweep
