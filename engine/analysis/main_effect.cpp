#include "analysis/main_effect.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/contract.hpp"
#include "stats/mean.hpp"

namespace shanhai::analysis {
namespace {

/// How many of the first points are an end, their values in order.
template <class Values>
std::size_t points_at_end(const Values& values) {
  constexpr std::size_t ends = 5;
  std::size_t taken = 0;
  while (taken < values.size()) {
    const auto next = std::find_if(values.begin() + static_cast<std::ptrdiff_t>(taken),
                                   values.end(),
                                   [&](double value) { return value != values[taken]; });
    const auto with_next = static_cast<std::size_t>(next - values.begin());
    if (taken > 0 && with_next > values.size() / ends) {
      break;
    }
    taken = with_next;
  }
  return taken;
}

}  // namespace

std::optional<MainEffect> main_effect(ConstLanes axis, ConstLanes outcome) {
  SHANHAI_EXPECT(axis.size() == outcome.size());
  std::vector<std::size_t> order(axis.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t point) { return axis[point]; });
  std::vector<double> values(axis.size());
  std::vector<double> sorted(axis.size());
  std::ranges::transform(order, values.begin(), [&](std::size_t point) { return axis[point]; });
  std::ranges::transform(order, sorted.begin(), [&](std::size_t point) { return outcome[point]; });
  if (values.empty() || values.front() == values.back()) {
    return std::nullopt;
  }
  const std::size_t low = points_at_end(values);
  const std::size_t high = points_at_end(std::vector<double>(values.rbegin(), values.rend()));
  const ConstLanes all(sorted);
  MainEffect effect;
  effect.low = stats::mean_estimate(all.first(low));
  effect.high = stats::mean_estimate(all.last(high));
  effect.difference = {effect.high.value - effect.low.value, std::hypot(effect.low.error, effect.high.error)};
  effect.low_end = {values.front(), values[low - 1]};
  effect.high_end = {values[values.size() - high], values.back()};
  return effect;
}

}  // namespace shanhai::analysis
