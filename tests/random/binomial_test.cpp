#include "random/binomial.hpp"

#include <cmath>
#include <tuple>
#include <vector>

#include "counts_reference.hpp"
#include "goodness.hpp"
#include <catch2/catch.hpp>

#include "random/stream.hpp"

namespace shanhai::random {
namespace {

constexpr double last_uniform = 1 - 0x1p-33;

}  // namespace

TEST_CASE("Binomial steps exactly where its distribution function does", "[random][binomial]") {
  const auto [n, p] = GENERATE(table<double, double>({{1, 0.5},
                                                      {1, 1e-3},
                                                      {2, 0.3},
                                                      {8, 0.95},
                                                      {40, 0.05},
                                                      {40, 0.5},
                                                      {70, 0.999},
                                                      {1000, 0.1},
                                                      {1000, 0.7},
                                                      {100'000, 0.02},
                                                      {1e6, 1e-5}}));
  // The margin is a hundredth of a uniform's grain, plus the rounding of p itself over many trials.
  const double margin = 1e-12 + 1e-16 * n;
  long double cumulated = 0;
  for (double k = 0; k <= n && cumulated < last_uniform - 2 * margin; ++k) {
    const long double here = reference::binomial(k, n, p);
    cumulated += here;
    const auto f = static_cast<double>(cumulated);
    if (here > 4 * margin) {
      REQUIRE(binomial(n, p, f - margin) == k);
    }
    if (k < n && reference::binomial(k + 1, n, p) > 4 * margin && f + margin < 1) {
      REQUIRE(binomial(n, p, f + margin) == k + 1);
    }
  }
}

TEST_CASE("Binomial handles its extremes", "[random][binomial]") {
  const double u = GENERATE(0x1p-33, 0.5, last_uniform);
  CHECK(binomial(0, 0.3, u) == 0);
  CHECK(binomial(40, 0, u) == 0);
  CHECK(binomial(40, 1, u) == 40);
  CHECK(binomial(largest_binomial_n, 1, u) == 1e6);
  CHECK(binomial(3, 0.5, u) <= 3);
  CHECK(binomial(largest_binomial_n, 0.5, u) == Approx(5e5).epsilon(0.007));
  CHECK(std::isnan(binomial(-1, 0.5, u)));
  CHECK(std::isnan(binomial(1.1e6, 0.5, u)));
  CHECK(std::isnan(binomial(40, -0.1, u)));
  CHECK(std::isnan(binomial(40, 1.1, u)));
  CHECK(std::isnan(binomial(40, std::nan(""), u)));
  CHECK(std::isnan(binomial(40, 0.5, std::nan(""))));
}

TEST_CASE("Binomial never falls in u or in p", "[random][binomial]") {
  const auto [n, p] =
      GENERATE(table<double, double>({{1, 0.5}, {40, 0.05}, {40, 0.499}, {40, 0.93}, {5000, 0.3}, {5000, 0.97}}));
  double before = 0;
  for (double u = 0x1p-33; u < 1; u += 1.0 / 4096) {
    const double k = binomial(n, p, u);
    REQUIRE(k >= before);
    REQUIRE(k <= n);
    REQUIRE(binomial(n, p * 1.003, u) >= k);
    before = k;
  }
}

TEST_CASE("Binomial by lanes is binomial one by one, but for uniforms at a step", "[random][binomial]") {
  constexpr std::size_t count = 100'003;
  std::vector<float> n(count);
  std::vector<float> p(count);
  std::vector<float> u(count);
  std::vector<float> k(count);
  Stream(2, "n").uniform({0, count}, 0, 0, n);
  Stream(2, "p").uniform({0, count}, 0, 0, p);
  Stream(2, "u").uniform({0, count}, 0, 0, u);
  for (std::size_t i = 0; i < count; ++i) {
    n[i] = std::floor(n[i] * (i % 100 == 99 ? 5000.0F : 60.0F));
  }
  p[500] = std::nanf("");
  u[501] = 1;
  binomial(n, p, u, k);
  CHECK(std::isnan(k[500]));
  CHECK(k[501] <= n[501]);
  std::size_t off = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto exact =
        static_cast<float>(binomial(static_cast<double>(n[i]), static_cast<double>(p[i]), static_cast<double>(u[i])));
    off += k[i] == exact || i == 500 || i == 501 ? 0U : 1U;
  }
  CHECK(off <= 10);  // a few in a million
}

TEST_CASE("A lane's binomial count does not depend on the lanes beside it", "[random][binomial]") {
  const std::vector<float> n{60, 1000, 30, 30, 7, 118, 20};
  const std::vector<float> p{0.05F, 0.7F, 0.05F, 0.95F, 2, 0.5F, std::nanf("")};
  const std::vector<float> u{0.999F, 0.5F, 1, 0, 0.5F, 0.99999F, 0.5F};
  std::vector<float> together(n.size());
  binomial(n, p, u, together);
  for (std::size_t i = 0; i < n.size(); ++i) {
    std::vector<float> alone(1);
    binomial(ConstSingles(n).subspan(i, 1), ConstSingles(p).subspan(i, 1), ConstSingles(u).subspan(i, 1), alone);
    CHECK((alone[0] == together[i] || (std::isnan(alone[0]) && std::isnan(together[i]))));
  }
  CHECK(together[2] >= static_cast<float>(binomial(30, 0.05, 1 - 0x1p-24)));
  CHECK(together[2] < 20);
  CHECK(std::isnan(together[4]));
}

TEST_CASE("Binomial by lanes keeps its law where the probability of 0 leaves single precision", "[random][binomial]") {
  const float n = GENERATE(118.F, 120.F, 121.F, 126.F, 128.F, 130.F);
  const float p = GENERATE(0.48F, 0.5F, 0.502F);
  constexpr std::size_t count = 4000;
  std::vector<float> u(count);
  std::vector<float> k(count);
  Stream(3, "u").uniform({0, count}, 0, 0, u);
  binomial(std::vector<float>(count, n), std::vector<float>(count, p), u, k);
  std::size_t others = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double exact = binomial(static_cast<double>(n), static_cast<double>(p), static_cast<double>(u[i]));
    others += static_cast<double>(k[i]) == exact ? 0U : 1U;
  }
  CHECK(others < 10);
}

TEST_CASE("Binomial counts fit their law", "[random][binomial][statistical]") {
  const auto [n, p, count] = GENERATE(table<double, double, std::size_t>(
      {{8, 0.3, goodness::draws}, {40, 0.05, goodness::draws}, {40, 0.9, goodness::draws}, {5000, 0.4, 50'000}}));
  std::vector<float> u(count);
  std::vector<float> found(count);
  Stream(12, "binomial").uniform({0, count}, 0, 0, u);
  const std::vector<float> numbers(count, static_cast<float>(n));
  const std::vector<float> probabilities(count, static_cast<float>(p));
  binomial(numbers, probabilities, u, found);
  const std::vector<double> k(found.begin(), found.end());
  const auto [statistic, bound] =
      goodness::chi_squared(k, [n = n, p = p](double j) { return static_cast<double>(reference::binomial(j, n, p)); });
  const double variance = n * p * (1 - p);
  const auto [mean_off, variance_off] = goodness::deviations(k, n * p, variance, 3 + (1 - 6 * p * (1 - p)) / variance);
  CHECK(statistic < bound);
  CHECK(std::abs(mean_off) < goodness::most_sigmas);
  CHECK(std::abs(variance_off) < goodness::most_sigmas);
}

}  // namespace shanhai::random
