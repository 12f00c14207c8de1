#include "analysis/neighbour_index.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/contract.hpp"
#include "stats/interval.hpp"

namespace shanhai::analysis {
namespace {

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// The outcomes less their mean, in the order of the axis.
std::vector<double> along(ConstLanes axis, ConstLanes outcome) {
  std::vector<std::size_t> order(axis.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t point) { return axis[point]; });
  const double mean = std::accumulate(outcome.begin(), outcome.end(), 0.0) / static_cast<double>(outcome.size());
  std::vector<double> values(order.size());
  std::ranges::transform(order, values.begin(), [&](std::size_t point) { return outcome[point] - mean; });
  return values;
}

/// Of terms of mean 0, some places apart.
double covariance(const std::vector<double>& terms, std::size_t apart) {
  double sum = 0;
  for (std::size_t i = 0; i + apart < terms.size(); ++i) {
    sum += terms[i] * terms[i + apart];
  }
  return sum / static_cast<double>(terms.size() - apart);
}

}  // namespace

std::optional<Index> neighbour_index(ConstLanes axis, ConstLanes outcome) {
  SHANHAI_EXPECT(axis.size() == outcome.size());
  if (axis.size() < least_points) {
    return std::nullopt;
  }
  const std::vector<double> values = along(axis, outcome);
  std::vector<double> terms;
  std::vector<double> squares;
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    terms.push_back(values[i] * values[i + 1]);
    squares.push_back((values[i] * values[i] + values[i + 1] * values[i + 1]) / 2);
  }
  constexpr double rounding = 1e-12;
  const double variance = mean_of(squares);
  if (!(std::sqrt(variance) > rounding * std::abs(outcome.front()))) {
    return std::nullopt;
  }
  const double share = mean_of(terms) / variance;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    terms[i] -= share * squares[i];
  }
  constexpr double least = 0.25;  // of the terms' own variance, should the estimates below come out smaller
  const double own = covariance(terms, 0);
  const double spread = std::max(own + 2 * (covariance(terms, 1) - covariance(terms, 2)), least * own);
  const double error = std::sqrt(spread / static_cast<double>(terms.size())) / variance;
  return Index{share, stats::interval95({share, error})};
}

}  // namespace shanhai::analysis
