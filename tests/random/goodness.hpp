#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

/// Tests of fit with a stated chance of a false alarm. Seeds are fixed, so a test that passes once
/// passes for ever; the bounds say how surprised to be when a change makes one fail.
namespace shanhai::goodness {

/// Of the whole family of statistical tests of this room together, and how many single ones share
/// it.
inline constexpr double family_false_alarm = 1e-6;
inline constexpr double tests_in_family = 200;
inline constexpr double false_alarm = family_false_alarm / tests_in_family;  // 5e-9 each

/// Two-sided normal bound for 5e-9: P(|Z| > 5.85) = 4.9e-9.
inline constexpr double most_sigmas = 5.85;

/// Enough that a bias of 1% is found in each test below.
inline constexpr std::size_t draws = std::size_t{1} << 21U;

/// sup |F_n - F| of numbers against the distribution function F.
template <class Cdf>
double ks_distance(std::vector<double> x, Cdf cdf) {
  std::sort(x.begin(), x.end());
  const auto n = static_cast<double>(x.size());
  double distance = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double f = cdf(x[i]);
    distance = std::max({distance, f - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - f});
  }
  return distance;
}

/// Kolmogorov's asymptotic law, first term: P(sqrt(n) D > x) = 2 exp(-2 x²).
inline double ks_bound(std::size_t n) {
  return std::sqrt(std::log(2 / false_alarm) / 2 / static_cast<double>(n));
}

/// Wilson and Hilferty's approximation of the upper point of chi-squared; z = 5.73 has P(Z > z) =
/// 5e-9.
inline double chi_squared_bound(double degrees) {
  const double spread = 2 / (9 * degrees);
  return degrees * std::pow(1 - spread + 5.73 * std::sqrt(spread), 3);
}

/// Pearson's statistic of whole numbers against probabilities P(k), k = 0.., and its bound.
///
/// Neighbouring counts are joined until a cell expects n / K, K = 2 n^0.4 (Mann and Wald's rule);
/// the last takes the rest.
template <class Probability>
std::pair<double, double> chi_squared(const std::vector<double>& counts, Probability probability) {
  const auto n = static_cast<double>(counts.size());
  const double least = n / (2 * std::pow(n, 0.4));
  const auto largest = static_cast<std::size_t>(*std::max_element(counts.begin(), counts.end()));
  std::vector<double> seen(largest + 1, 0);
  for (const double k : counts) {
    seen[static_cast<std::size_t>(k)] += 1;
  }
  std::vector<std::pair<double, double>> cells(1);  // seen, expected
  double expected_so_far = 0;
  for (std::size_t k = 0; k <= largest; ++k) {
    if (cells.back().second >= least && n - expected_so_far >= least) {
      cells.emplace_back(0, 0);
    }
    const double expected = n * probability(static_cast<double>(k));
    cells.back().first += seen[k];
    cells.back().second += expected;
    expected_so_far += expected;
  }
  cells.back().second += n - expected_so_far;
  double statistic = 0;
  for (const auto& [observed, expected] : cells) {
    statistic += (observed - expected) * (observed - expected) / expected;
  }
  return {statistic, chi_squared_bound(std::max<double>(1, static_cast<double>(cells.size()) - 1))};
}

/// How many standard errors the sample's mean and variance lie from the law's; `kurtosis` is E(x -
/// mean)⁴ / variance².
struct Deviations {
  double mean;
  double variance;
};

inline Deviations deviations(const std::vector<double>& x, double mean, double variance, double kurtosis) {
  const auto n = static_cast<double>(x.size());
  double sum = 0;
  double squares = 0;
  for (const double value : x) {
    sum += value - mean;
    squares += (value - mean) * (value - mean);
  }
  return {sum / n / std::sqrt(variance / n), (squares / n - variance) / (variance * std::sqrt((kurtosis - 1) / n))};
}

}  // namespace shanhai::goodness
