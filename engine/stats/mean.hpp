#pragma once

#include "stats/estimate.hpp"
#include "stats/lane_sums.hpp"

namespace shanhai::stats {

/// The mean of a set of numbers, with its standard error.
[[nodiscard]] inline Estimate mean_estimate(const Moments& moments) noexcept {
  return {moments.mean(), moments.standard_error()};
}

/// Shape [path].
[[nodiscard]] inline Estimate mean_estimate(ConstLanes values) {
  return mean_estimate(moments(values));
}

}  // namespace shanhai::stats
