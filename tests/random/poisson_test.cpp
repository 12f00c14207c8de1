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
  std::vector<double> k(count);
  Stream(11, "poisson").uniform({0, count}, 0, 0, k);
  poisson(std::vector<double>(count, mean), k, k);
  return k;
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

TEST_CASE("Poisson by lanes gives the bits of one by one", "[random][poisson]") {
  constexpr std::size_t count = 1003;
  std::vector<double> mean(count);
  std::vector<double> u(count);
  std::vector<double> k(count);
  Stream(2, "mean").uniform({0, count}, 0, 0, mean);
  Stream(2, "u").uniform({0, count}, 0, 0, u);
  for (std::size_t i = 0; i < count; ++i) {
    mean[i] = i % 100 == 99 ? 200 * mean[i] : (i == 500 ? std::nan("") : 8 * mean[i]);
  }
  poisson(mean, u, k);
  for (std::size_t i = 0; i < count; ++i) {
    CHECK((k[i] == poisson(mean[i], u[i]) || (i == 500 && std::isnan(k[i]))));
  }
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
