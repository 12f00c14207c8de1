#pragma once

#include <cmath>

namespace shanhai::random {

/// Counts of a mean up to this are searched from 0.
inline constexpr double small_mean = 100;

/// Where the search for a count begins: what lies below is less than 1e-15 of the law, far under
/// the 2^-33 that a uniform number of 32 bits can resolve.
[[nodiscard]] inline double search_start(double mean, double variance) noexcept {
  const double start = std::floor(mean - 8 * std::sqrt(variance) - 20);
  return mean > small_mean && start > 0 ? start : 0;
}

}  // namespace shanhai::random
