#include "random/poisson.hpp"

#include <cmath>
#include <vector>

#include "counts_reference.hpp"
#include "goodness.hpp"
#include <catch2/catch.hpp>

#include "random/stream.hpp"

namespace shanhai::random {
namespace {

constexpr double last_uniform = 1 - 0x1p-33;

std::vector<double> draw(double mean, std::size_t count) {
  std::vector<float> u(count);
  std::vector<float> k(count);
  Stream(11, "poisson").uniform({0, count}, 0, 0, u);
  poisson(std::vector<float>(count, static_cast<float>(mean)), u, k);
  return {k.begin(), k.end()};
}

}  // namespace

TEST_CASE("Poisson steps exactly where its distribution function does", "[random][poisson]") {
  const double mean = GENERATE(1e-9, 1e-3, 0.5, 1., 4., 30., 99.9, 100.1, 110., 700., 5000.);
  // Just under F(k) the quantile is k, just over it k + 1; the margin is a hundredth of a uniform's
  // grain.
  constexpr double margin = 1e-12;
  long double cumulated = 0;
  for (double k = 0; cumulated < last_uniform - 2 * margin; ++k) {
    const long double here = reference::poisson(k, mean);
    cumulated += here;
    const auto f = static_cast<double>(cumulated);
    if (here > 4 * margin) {
      REQUIRE(poisson(mean, f - margin) == k);
    }
    if (reference::poisson(k + 1, mean) > 4 * margin && f + margin < 1) {
      REQUIRE(poisson(mean, f + margin) == k + 1);
    }
  }
}

TEST_CASE("Poisson handles its extremes", "[random][poisson]") {
  CHECK(poisson(0, 0.3) == 0);
  CHECK(poisson(0, last_uniform) == 0);
  CHECK(poisson(4, 1) < 60);
  CHECK(poisson(largest_poisson_mean, 0.5) == 1e6);
  CHECK(poisson(largest_poisson_mean, last_uniform) == Approx(1e6 + 6.3 * 1e3).epsilon(1e-4));
  CHECK(poisson(largest_poisson_mean, 0x1p-33) == Approx(1e6 - 6.3 * 1e3).epsilon(1e-4));
  CHECK(std::isnan(poisson(-1, 0.5)));
  CHECK(std::isnan(poisson(1.1e6, 0.5)));
  CHECK(std::isnan(poisson(std::nan(""), 0.5)));
  CHECK(std::isnan(poisson(4, std::nan(""))));
}

TEST_CASE("Poisson never falls in u or in the mean", "[random][poisson]") {
  const double mean = GENERATE(1e-3, 1., 30., 101., 700., 5000.);
  double before = 0;
  for (double u = 0x1p-33; u < 1; u += 1.0 / 4096) {
    const double k = poisson(mean, u);
    REQUIRE(k >= before);
    REQUIRE(poisson(mean * 1.001, u) >= k);
    before = k;
  }
}

TEST_CASE("Poisson by lanes is Poisson one by one, but for uniforms at a step", "[random][poisson]") {
  constexpr std::size_t count = 100'003;
  std::vector<float> mean(count);
  std::vector<float> u(count);
  std::vector<float> k(count);
  Stream(2, "mean").uniform({0, count}, 0, 0, mean);
  Stream(2, "u").uniform({0, count}, 0, 0, u);
  for (std::size_t i = 0; i < count; ++i) {
    mean[i] *= i % 100 == 99 ? 200.0F : 8.0F;
  }
  mean[500] = std::nanf("");
  u[501] = 1;
  poisson(mean, u, k);
  CHECK(std::isnan(k[500]));
  CHECK(k[501] < 60);
  std::size_t off = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto exact = static_cast<float>(poisson(static_cast<double>(mean[i]), static_cast<double>(u[i])));
    off += k[i] == exact || i == 500 || i == 501 ? 0U : 1U;
  }
  CHECK(off <= 5);  // about one in a million
}

TEST_CASE("A lane's Poisson count does not depend on the lanes beside it", "[random][poisson]") {
  // No sum of single probabilities reaches 1: such a lane ends while others go on.
  const std::vector<float> mean{3, 200, 0.5F, std::nanf(""), 63.9F, 4, 59};
  const std::vector<float> u{0.999F, 0.5F, 0.1F, 0.5F, 0.01F, 1, 0.99999F};
  std::vector<float> together(mean.size());
  poisson(mean, u, together);
  for (std::size_t i = 0; i < mean.size(); ++i) {
    std::vector<float> alone(1);
    poisson(ConstSingles(mean).subspan(i, 1), ConstSingles(u).subspan(i, 1), alone);
    CHECK((alone[0] == together[i] || i == 3));
  }
  CHECK(together[5] >= static_cast<float>(poisson(4, 1 - 0x1p-24)));
  CHECK(together[5] < 40);
}

TEST_CASE("Poisson counts fit their law", "[random][poisson][statistical]") {
  const auto [mean, count] = GENERATE(table<double, std::size_t>(
      {{1, goodness::draws}, {4, goodness::draws}, {30, goodness::draws}, {700, 100'000}, {5000, 20'000}}));
  const std::vector<double> k = draw(mean, count);
  const double law_mean = mean;
  const auto [statistic, bound] =
      goodness::chi_squared(k, [law_mean](double n) { return static_cast<double>(reference::poisson(n, law_mean)); });
  const auto [mean_off, variance_off] = goodness::deviations(k, mean, mean, 3 + 1 / mean);
  CHECK(statistic < bound);
  CHECK(std::abs(mean_off) < goodness::most_sigmas);
  CHECK(std::abs(variance_off) < goodness::most_sigmas);
}

}  // namespace shanhai::random
