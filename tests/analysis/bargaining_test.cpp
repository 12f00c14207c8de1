#include "analysis/bargaining.hpp"

#include <limits>

#include <catch2/catch.hpp>

namespace shanhai::analysis {
namespace {

/// Terms along which what one party gains another loses, with a bend: (x, 100 - x²/100) for x from -20 to 100.
Gains frontier() {
  Gains gains;
  for (int x = -20; x <= 110; ++x) {
    gains.push_back({static_cast<double>(x), 100 - x * x / 100.0});
  }
  return gains;
}

}  // namespace

TEST_CASE("Nash's point has the largest product of gains", "[analysis][bargaining]") {
  // d/dx x (100 - x²/100) = 0 at x = 100/√3 = 57.7
  CHECK(frontier()[*nash_point(frontier())][0] == 58);
  // Products of two losses do not count.
  CHECK(nash_point({{-10, -10}, {1, 1}}) == 1);
}

TEST_CASE("Kalai and Smorodinsky's point is as near to the ideal of each", "[analysis][bargaining]") {
  // Ideals are 100 and 100: x = 100 - x²/100 at x = 50 (√5 - 1) = 61.8
  CHECK(frontier()[*kalai_smorodinsky_point(frontier())][0] == 62);
  // Twice as much for one party at every point moves nothing.
  Gains scaled = frontier();
  for (std::vector<double>& gain : scaled) {
    gain[1] *= 2;
  }
  CHECK(kalai_smorodinsky_point(scaled) == kalai_smorodinsky_point(frontier()));
  // An ideal that only a point with a loser would reach does not count.
  CHECK(kalai_smorodinsky_point({{1000, -1}, {4, 3}, {3, 4}, {6, 1}}) == 1);
}

TEST_CASE("No terms are chosen where somebody always loses, or nothing is known", "[analysis][bargaining]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK_FALSE(nash_point({{-1, 5}, {5, -1}, {nan, 5}}).has_value());
  CHECK_FALSE(kalai_smorodinsky_point({{-1, 5}, {5, -1}, {nan, 5}}).has_value());
  CHECK(nash_point({{nan, 5}, {0, 0}}) == 1);
  CHECK(kalai_smorodinsky_point({{nan, 5}, {0, 0}}) == 1);
}

}  // namespace shanhai::analysis
