#include "analysis/influence.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/mean.hpp"

namespace shanhai::analysis {
namespace {

constexpr std::size_t parts = 64;

using PerPart = std::array<stats::Moments, parts>;

std::size_t part_of(double uniform) noexcept {
  return std::min(static_cast<std::size_t>(uniform * parts), parts - 1);
}

PerPart by_part(ConstLanes uniform, ConstLanes values) {
  PerPart result;
  for (std::size_t path = 0; path < values.size(); ++path) {
    result[part_of(uniform[path])].merge({1, values[path], 0, 0});
  }
  return result;
}

/// An index with the error that its influence on each path gives: influence(path) is in the unit of the variance.
template <class Influence>
stats::Estimate index_of(double explained, double variance, std::size_t paths, const Influence& influence) {
  if (!(variance > 0)) {
    return {0, 0};
  }
  std::vector<double> each(paths);
  for (std::size_t path = 0; path < paths; ++path) {
    each[path] = influence(path) / variance;
  }
  return {explained / variance, stats::mean_estimate(each).error};
}

}  // namespace

stats::Estimate first_index(ConstLanes uniform, ConstLanes values) {
  const PerPart part = by_part(uniform, values);
  const stats::Moments all = stats::moments(values);
  double between = 0;
  double within = 0;
  double filled = 0;
  for (const stats::Moments& one : part) {
    const auto count = static_cast<double>(one.count());
    if (one.count() > 1) {
      const double off = one.mean() - all.mean();
      between += count * off * off;
      within += (count - 1) * one.variance();
      filled += 1;
    }
  }
  const auto paths = static_cast<double>(values.size());
  const double chance = within / (paths - filled);  // of one path about the mean of its part
  const double explained = (between - (filled - 1) * chance) / (paths - 1);
  const double index = explained / all.variance();
  return index_of(explained, all.variance(), values.size(), [&](std::size_t path) {
    const double of_part = part[part_of(uniform[path])].mean() - all.mean();
    const double own = values[path] - all.mean();
    return of_part * of_part + 2 * of_part * (own - of_part) - index * own * own;
  });
}

stats::Estimate total_index(ConstLanes values, ConstLanes redrawn) {
  const stats::Moments a = stats::moments(values);
  const stats::Moments b = stats::moments(redrawn);
  const double variance = (a.variance() + b.variance()) / 2;
  std::vector<double> half(values.size());
  for (std::size_t path = 0; path < values.size(); ++path) {
    half[path] = (values[path] - redrawn[path]) * (values[path] - redrawn[path]) / 2;
  }
  const double unexplained = stats::moments(half).mean();
  return index_of(unexplained, variance, values.size(), [&](std::size_t path) {
    const double one = values[path] - a.mean();
    const double other = redrawn[path] - b.mean();
    return half[path] - unexplained / variance * (one * one + other * other) / 2;
  });
}

stats::Estimate shared_index(ConstLanes values, ConstLanes other) {
  // What they do not share is the total index of it.
  const stats::Estimate rest = total_index(values, other);
  return rest.error == 0 && rest.value == 0 && stats::moments(values).variance() == 0
             ? rest
             : stats::Estimate{1 - rest.value, rest.error};
}

Ends ends_of(ConstLanes uniform, ConstLanes values) {
  constexpr double tenth = 0.1;
  stats::Moments low;
  stats::Moments high;
  for (std::size_t path = 0; path < values.size(); ++path) {
    if (uniform[path] < tenth) {
      low.merge({1, values[path], 0, 0});
    } else if (uniform[path] > 1 - tenth) {
      high.merge({1, values[path], 0, 0});
    }
  }
  return {stats::mean_estimate(low), stats::mean_estimate(high)};
}

}  // namespace shanhai::analysis
