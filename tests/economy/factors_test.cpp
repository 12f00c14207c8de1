#include "economy/factors.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "economy/example_park.hpp"

namespace shanhai::economy {
namespace {

constexpr std::size_t paths = 200'000;

std::vector<double> products(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> result(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    result[i] = a[i] * b[i];
  }
  return result;
}

}  // namespace

TEST_CASE("A factor has mean 0 and variance 1 from the start, and forgets at its rate",
          "[economy][factors][statistical]") {
  const double rho = GENERATE(-0.9, 0.0, 0.3, 0.999);
  Factors factors({{"macro", rho}}, {}, 7, paths);
  factors.begin({0, paths});
  const std::vector<double> first = copy(factors[0]);
  CHECK(errors_off(first, 0) < most_errors);
  CHECK(errors_off(products(first, first), 1) < most_errors);
  for (int year = 1; year <= 3; ++year) {
    factors.step({0, paths}, year);
    CHECK(errors_off(copy(factors[0]), 0) < most_errors);
    CHECK(errors_off(products(copy(factors[0]), copy(factors[0])), 1) < most_errors);
    CHECK(errors_off(products(copy(factors[0]), first), std::pow(rho, year)) < most_errors);
  }
}

TEST_CASE("Two factors are jointly stationary from the start", "[economy][factors][statistical]") {
  const double a = GENERATE(0.9, 0.3);
  const double b = -0.4;
  const double shocks = 0.6;
  const double covariance = shocks * std::sqrt((1 - a * a) * (1 - b * b)) / (1 - a * b);
  Factors factors({{"macro", a}, {"x", 0}, {"y", b}}, {{0, 2, shocks}}, 7, paths);
  factors.begin({0, paths});
  for (int year = 1; year <= 4; ++year) {
    CHECK(errors_off(products(copy(factors[0]), copy(factors[2])), covariance) < most_errors);
    CHECK(errors_off(products(copy(factors[0]), copy(factors[1])), 0) < most_errors);
    const std::vector<double> before = copy(factors[2]);
    factors.step({0, paths}, year);
    CHECK(errors_off(products(copy(factors[0]), before), a * covariance) < most_errors);
  }
}

TEST_CASE("The variance of a factor's sum is the double sum of its covariances", "[economy][factors]") {
  const double rho = GENERATE(-0.999, -0.3, 0.0, 0.3, 0.999);
  const std::vector<double> variance = sum_variance(rho, 40);
  REQUIRE(variance.size() == 41);
  for (int years = 0; years <= 40; ++years) {
    double expected = 0;
    for (int s = 1; s <= years; ++s) {
      for (int t = 1; t <= years; ++t) {
        expected += std::pow(rho, std::abs(s - t));
      }
    }
    // Both add at most 1600 terms of size 1; with rho < 0 nearly all of them cancel.
    CHECK(variance[static_cast<std::size_t>(years)] == Approx(expected).epsilon(1e-13).margin(1e-12));
  }
}

TEST_CASE("A factor added at the end changes no bit of those before it", "[economy][factors]") {
  const std::size_t before = GENERATE(2U, 31U, 47U);
  std::vector<FactorSpec> specs;
  std::vector<Correlation> correlation;
  for (std::size_t factor = 0; factor <= before; ++factor) {
    specs.push_back({std::to_string(factor), 0.9 / static_cast<double>(factor + 1)});
    for (std::size_t other = 0; other < factor; ++other) {
      correlation.push_back({other, factor, 0.5 / static_cast<double>(1 + factor - other)});
    }
  }
  const std::vector<FactorSpec> fewer_specs(specs.begin(), specs.end() - 1);
  const std::vector<Correlation> fewer(correlation.begin(), correlation.end() - static_cast<std::ptrdiff_t>(before));
  Factors short_list(fewer_specs, fewer, 3, 100);
  Factors long_list(specs, correlation, 3, 100);
  short_list.begin({0, 100});
  long_list.begin({0, 100});
  for (int year = 1; year <= 3; ++year) {
    short_list.step({0, 100}, year);
    long_list.step({0, 100}, year);
    for (std::size_t factor = 0; factor < before; ++factor) {
      CHECK(std::ranges::equal(short_list[factor], long_list[factor]));
    }
  }
}

TEST_CASE("A path has its factors whatever the block", "[economy][factors]") {
  const std::vector<FactorSpec> specs{{"macro", 0.3}, {"sector.a", 0.5}};
  Factors all(specs, {{0, 1, 0.5}}, 3, 50);
  Factors part(specs, {{0, 1, 0.5}}, 3, 7);
  all.begin({100, 50});
  part.begin({121, 7});
  for (int year = 1; year <= 3; ++year) {
    all.step({100, 50}, year);
    part.step({121, 7}, year);
    CHECK(std::ranges::equal(all[1].subspan(21, 7), part[1]));
  }
}

TEST_CASE("The smallest eigenvalue tells which correlations can be", "[economy][factors]") {
  // Equal correlations c among n factors have the eigenvalues 1 - c and 1 + (n - 1) c.
  CHECK(smallest_eigenvalue(1, {}) == Approx(1));
  CHECK(smallest_eigenvalue(2, {{0, 1, 0.6}}) == Approx(0.4));
  CHECK(smallest_eigenvalue(3, {{0, 1, 0.7}, {0, 2, 0.7}, {1, 2, 0.7}}) == Approx(0.3));
  CHECK(smallest_eigenvalue(3, {{1, 0, -0.6}, {2, 0, -0.6}, {2, 1, -0.6}}) == Approx(-0.2));
  CHECK(smallest_eigenvalue(4, {{0, 3, 1}}) == Approx(0).margin(1e-14));
}

}  // namespace shanhai::economy
