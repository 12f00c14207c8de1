#include "analysis/main_effect.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

namespace shanhai::analysis {

TEST_CASE("The ends of an axis are its lowest and its highest fifth", "[analysis][tornado]") {
  const std::vector<double> axis{5, 1, 9, 3, 7, 2, 10, 4, 8, 6};
  std::vector<double> outcome(axis.size());
  std::ranges::transform(axis, outcome.begin(), [](double value) { return value * value; });
  const MainEffect effect = main_effect(axis, outcome).value();
  CHECK(effect.low.value == 2.5);
  CHECK(effect.high.value == 90.5);
  CHECK(effect.difference.value == 88);
  CHECK(effect.low.error == Approx(1.5));
  CHECK(effect.high.error == Approx(9.5));
  CHECK(effect.difference.error == Approx(std::hypot(1.5, 9.5)));
  CHECK(effect.low_end.low == 1);
  CHECK(effect.low_end.high == 2);
  CHECK(effect.high_end.low == 9);
  CHECK(effect.high_end.high == 10);
}

TEST_CASE("Levels are taken whole: the first and the last of few", "[analysis][tornado]") {
  const std::vector<double> axis{1, 2, 3, 1, 2, 3, 1, 2, 3};
  const std::vector<double> outcome{1, 5, 10, 2, 5, 11, 3, 5, 12};
  const MainEffect effect = main_effect(axis, outcome).value();
  CHECK(effect.low.value == 2);
  CHECK(effect.high.value == 11);
  // Ten levels of one point each: a fifth is two; of nine it is one.
  const std::vector<double> nine{1, 2, 3, 4, 5, 6, 7, 8, 9};
  CHECK(main_effect(nine, nine).value().low_end.high == 1);
  CHECK(std::isnan(main_effect(nine, nine).value().difference.error));
  // A value of most of the points is an end by itself, and no part of the other.
  const std::vector<double> crowded{0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  CHECK(main_effect(crowded, crowded).value().difference.value == 1);
}

TEST_CASE("An axis with one value has no ends", "[analysis][tornado]") {
  CHECK_FALSE(main_effect(std::vector<double>{2, 2}, std::vector<double>{1, 3}));
  CHECK_FALSE(main_effect({}, {}));
}

TEST_CASE("The error of the difference is that of points drawn at random", "[analysis][tornado][statistical]") {
  // y = 2 x + noise: the mean of x in the fifths is 0.1 and 0.9. Of 1,000 intervals 950 hold 1.6, give or take 6.9:
  // outside 925..975 with a chance of 3e-4.
  std::mt19937_64 bits(7);
  std::normal_distribution<double> noise;
  std::uniform_real_distribution<double> uniform;
  int inside = 0;
  for (int repeat = 0; repeat < 1000; ++repeat) {
    std::vector<double> axis(400);
    std::vector<double> outcome(400);
    for (std::size_t i = 0; i < axis.size(); ++i) {
      axis[i] = uniform(bits);
      outcome[i] = 2 * axis[i] + noise(bits);
    }
    const stats::Estimate difference = main_effect(axis, outcome).value().difference;
    inside += std::abs(difference.value - 1.6) <= 1.96 * difference.error ? 1 : 0;
  }
  CHECK(inside >= 925);
  CHECK(inside <= 975);
}

}  // namespace shanhai::analysis
