#include "random/math.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

#include <catch2/catch.hpp>

#include "random/saddle_point.hpp"

namespace shanhai::random {
namespace {

constexpr int points = 2'000'000;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Point i of a sequence that fills [low, high] evenly (multiples of the golden ratio).
double spread(int i, double low, double high) {
  const double turn = i * 0.6180339887498949;
  return low + (high - low) * (turn - std::floor(turn));
}

double ulps(double found, long double expected) {
  const double near = std::abs(static_cast<double>(expected));
  return static_cast<double>(std::abs(static_cast<long double>(found) - expected) /
                             (std::nextafter(near, infinity) - near));
}

template <class Function, class Reference, class Point>
double worst_ulps(Function function, Reference reference, Point point) {
  double worst = 0;
  for (int i = 0; i < points; ++i) {
    const double x = point(i);
    worst = std::max(worst, ulps(function(x), reference(static_cast<long double>(x))));
  }
  return worst;
}

}  // namespace

TEST_CASE("exp is within 1 ulp over its normal range", "[random][math]") {
  const auto reference = [](long double x) {
    return std::exp(x);
  };
  CHECK(worst_ulps(exp, reference, [](int i) { return spread(i, -708, 709.78); }) < 1);
  CHECK(worst_ulps(exp, reference, [](int i) { return spread(i, -1, 1); }) < 1);
  CHECK(exp(0) == 1);
}

TEST_CASE("exp saturates to 0 and infinity and keeps NaN", "[random][math]") {
  CHECK(exp(-746) == 0);
  CHECK(exp(-infinity) == 0);
  CHECK(exp(-745) > 0);
  CHECK(exp(709.78) < infinity);
  CHECK(exp(709.79) == infinity);
  CHECK(exp(infinity) == infinity);
  CHECK(std::isnan(exp(nan)));
}

TEST_CASE("log is within 1 ulp over all normal numbers", "[random][math]") {
  const auto reference = [](long double x) {
    return std::log(x);
  };
  CHECK(worst_ulps(log, reference, [](int i) { return std::exp2(spread(i, -1022, 1023.9)); }) < 1);
  CHECK(worst_ulps(log, reference, [](int i) { return spread(i, 0.5, 2); }) < 1);
  CHECK(log(1) == 0);
}

TEST_CASE("log of what has no logarithm shows", "[random][math]") {
  CHECK(log(0) == -infinity);
  CHECK(std::isnan(log(-1)));
  CHECK(std::isnan(log(nan)));
  CHECK(log(infinity) == infinity);
}

TEST_CASE("log1p is within 2 ulp, for tiny numbers too", "[random][math]") {
  const auto reference = [](long double x) {
    return std::log1p(x);
  };
  CHECK(worst_ulps(log1p, reference, [](int i) { return spread(i, -0.99, 3); }) < 2);
  CHECK(worst_ulps(log1p, reference, [](int i) { return std::exp2(spread(i, -200, 50)); }) < 2);
}

TEST_CASE("pow multiplies logarithms", "[random][math]") {
  for (int i = 0; i < 10'000; ++i) {
    const double x = spread(i, 0.5, 20);
    const double y = spread(7 * i, -5, 5);
    const double scale = 4 + 2 * std::abs(y * std::log(x));
    CHECK(ulps(pow(x, y), std::pow(static_cast<long double>(x), static_cast<long double>(y))) < scale);
  }
}

TEST_CASE("Stirling's error is what log-gamma says", "[random][math]") {
  for (const double n : {1., 2., 7., 15., 16., 17., 40., 1000.}) {
    const auto m = static_cast<long double>(n);
    const long double pi = std::acos(-1.0L);
    const long double stirling = std::log(2 * pi * m) / 2 + m * (std::log(m) - 1);
    const long double expected = std::lgamma(m + 1) - stirling;
    // The reference loses digits as it subtracts numbers of the size of log n!.
    CHECK(stirling_error(n) ==
          Approx(static_cast<double>(expected)).margin(1e-18 * std::lgamma(n + 1) + 1e-16).epsilon(0));
  }
}

TEST_CASE("probabilities of large counts keep their digits", "[random][math]") {
  const auto log_poisson = [](long double k, long double mean) {
    return k * std::log(mean) - mean - std::lgamma(k + 1);
  };
  const auto relative = [](double p, long double log_p) {
    return std::abs(static_cast<double>(std::log(static_cast<long double>(p)) - log_p));
  };
  CHECK(relative(poisson_probability(700, 700), log_poisson(700, 700)) < 1e-14);
  CHECK(relative(poisson_probability(470, 700), log_poisson(470, 700)) < 1e-13);
  CHECK(relative(poisson_probability(991'980, 1e6), log_poisson(991'980, 1e6)) < 1e-11);

  const auto log_binomial = [](long double k, long double n, long double p) {
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(p) +
           (n - k) * std::log(1 - p);
  };
  CHECK(relative(binomial_probability(300, 1000, 0.375), log_binomial(300, 1000, 0.375L)) < 1e-13);
  CHECK(relative(binomial_probability(496'000, 1e6, 0.5), log_binomial(496'000, 1e6, 0.5L)) < 1e-11);
}

}  // namespace shanhai::random
