#include "sweep/points.hpp"

#include <algorithm>
#include <set>

#include "sweep/example_sweep.hpp"
#include "sweep/saltelli.hpp"

namespace shanhai::sweep {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// The value of every axis' first key, as text.
Rows values(const Sweep& sweep, const Points& points) {
  Rows rows;
  for (std::uint64_t point = 0; point < points.size(); ++point) {
    std::vector<std::string>& row = rows.emplace_back();
    for (std::size_t axis = 0; axis < sweep.axes.size(); ++axis) {
      const Axis& one = sweep.axes[axis];
      row.push_back(value_at(sweep, one, one.keys[0], points.place(point, axis)).text);
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("A grid has every combination, the last axis fastest", "[sweep][points]") {
  const Sweep sweep = sweep_of("axes: {seed: [1, 2], horizon.years: {from: 10, to: 20, steps: 3}}\n");
  const Points points(sweep, 1);
  CHECK(values(sweep, points) == Rows{{"1", "10"}, {"1", "15"}, {"1", "20"}, {"2", "10"}, {"2", "15"}, {"2", "20"}});
}

TEST_CASE("A list takes the values of all axes side by side", "[sweep][points]") {
  const Sweep sweep = sweep_of("design: list\naxes: {seed: [1, 2, 3], horizon.years: [5, 9, 7]}\n");
  CHECK(values(sweep, Points(sweep, 1)) == Rows{{"1", "5"}, {"2", "9"}, {"3", "7"}});
}

TEST_CASE("A Latin hypercube has one point in every part of every axis", "[sweep][points]") {
  const Sweep sweep = sweep_of(
      "design: {latin_hypercube: 50}\naxes: {seed: {from: 0, to: 1}, horizon.years: {from: 0, to: 1}, title: [a, "
      "b]}\n");
  const Points points(sweep, 3);
  std::set<int> first;
  std::set<int> second;
  std::set<std::pair<int, int>> together;
  int b = 0;
  for (std::uint64_t point = 0; point < points.size(); ++point) {
    const std::pair parts(static_cast<int>(points.place(point, 0) * 50), static_cast<int>(points.place(point, 1) * 50));
    first.insert(parts.first);
    second.insert(parts.second);
    together.insert(parts);
    b += points.place(point, 2) == 1 ? 1 : 0;
  }
  CHECK(first.size() == 50);
  CHECK(second.size() == 50);
  CHECK(together.size() == 50);
  CHECK(b == 25);
  CHECK(std::ranges::any_of(together, [](const auto& parts) { return parts.first != parts.second; }));
  CHECK(values(sweep, Points(sweep, 3)) == values(sweep, points));
  CHECK(values(sweep, Points(sweep, 4)) != values(sweep, points));
}

TEST_CASE("The Sobol sequence halves every axis, and begins as its authors' does", "[sweep][points]") {
  const Sweep sweep = sweep_of("design: {sobol: 8}\naxes: {seed: {from: 0, to: 8}, horizon.years: {from: 0, to: 8}}\n");
  const Points points(sweep, 1);
  // Joe and Kuo: (0, 0), (1/2, 1/2), (3/4, 1/4), (1/4, 3/4), (3/8, 3/8), (7/8, 7/8), (5/8, 1/8), (1/8, 5/8)
  const std::vector<std::pair<int, int>> expected{{0, 0}, {4, 4}, {6, 2}, {2, 6}, {3, 3}, {7, 7}, {5, 1}, {1, 5}};
  for (std::uint64_t point = 0; point < 8; ++point) {
    CHECK(std::pair(static_cast<int>(points.place(point, 0) * 8), static_cast<int>(points.place(point, 1) * 8)) ==
          expected[point]);
  }
}

TEST_CASE("A Saltelli design has A, B, and A with each axis from B, row by row", "[sweep][points]") {
  const Sweep sweep = sweep_of(
      "design: {saltelli: 16}\naxes: {seed: {from: 0, to: 1}, horizon.years: {from: 0, to: 1}, title: [a, b, c, d]}\n");
  const SaltelliPoints which{3};
  const Points points(sweep, 5);
  CHECK(count_points(sweep) == 16 * 5);
  REQUIRE(points.size() == 80);
  std::vector<std::set<int>> parts(6);
  for (std::uint64_t row = 0; row < 16; ++row) {
    CHECK(which.ab(row, 2) == row * 5 + 4);
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const double a = points.place(which.a(row), axis);
      const double b = points.place(which.b(row), axis);
      const double wide = axis == 2 ? 1 : 16;
      parts[axis].insert(static_cast<int>(a * wide));
      parts[3 + axis].insert(static_cast<int>(b * wide));
      for (std::size_t other = 0; other < 3; ++other) {
        CHECK(points.place(which.ab(row, other), axis) == (other == axis ? b : a));
      }
    }
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    CHECK(parts[i].size() == (i % 3 == 2 ? 4 : 16));  // as even as its sequence, shift and all
  }
  CHECK(values(sweep, Points(sweep, 5)) == values(sweep, points));
  CHECK(values(sweep, Points(sweep, 6)) != values(sweep, points));
  CHECK(points.place(which.a(0), 0) != points.place(which.b(0), 0));
}

TEST_CASE("Points that a condition leaves out are gone", "[sweep][points]") {
  const Sweep sweep = sweep_of("axes: {seed: [1, 2], horizon.years: [5, 9]}\n");
  Points points(sweep, 1);
  points.keep({false, true, false, true});
  CHECK(values(sweep, points) == Rows{{"1", "9"}, {"2", "9"}});
}

TEST_CASE("A scenario at a point is the base with the values of all keys", "[sweep][points]") {
  const Sweep sweep = sweep_of(
      "axes:\n  ratio: {schemes.plain.shares.host: [40%, 55%], schemes.capped.cap.total: [100, 200]}\n"
      "  revenue.park.sectors.mill.rho: [0.1, 0.2]\n");
  const document::Node scenario = scenario_at(sweep, base_node(), Points(sweep, 1), 3);
  CHECK(scenario.find("schemes")->find("plain")->find("shares")->find("host")->text == "55%");
  CHECK(scenario.find("schemes")->find("capped")->find("cap")->find("total")->text == "200");
  CHECK(scenario.find("revenue")->find("park")->find("sectors")->find("mill")->find("rho")->text == "0.2");
}

}  // namespace shanhai::sweep
