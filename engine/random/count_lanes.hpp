#pragma once

#include <cmath>
#include <cstddef>

namespace shanhai::random {

/// So many lanes share a look at their ranges. The laws' starts are computed for all of them before the searches, whose
/// ends no processor foresees. Fewer lanes go one by one.
inline constexpr std::size_t search_chunk = 128;

/// Counts of a mean up to this are searched from 0.
inline constexpr double small_mean = 100;

/// Where the search for a count begins: what lies below is less than 1e-15 of the law, far under
/// the 2^-33 that a uniform number of 32 bits can resolve.
[[nodiscard]] inline double search_start(double mean, double variance) noexcept {
  const double start = std::floor(mean - 8 * std::sqrt(variance) - 20);
  return mean > small_mean && start > 0 ? start : 0;
}

}  // namespace shanhai::random
