#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "core/lanes.hpp"

namespace shanhai::random {

/// Lanes that are searched together; enough for the widest vector units twice over.
inline constexpr std::size_t search_width = 16;

/// Counts of a mean up to this are searched from 0.
inline constexpr double small_mean = 100;

/// Where the search for a count begins: what lies below is less than 1e-15 of the law, far under
/// the 2^-33 that a uniform number of 32 bits can resolve.
[[nodiscard]] inline double search_start(double mean, double variance) noexcept {
  const double start = std::floor(mean - 8 * std::sqrt(variance) - 20);
  return mean > small_mean && start > 0 ? start : 0;
}

/// Copies lanes [at, at + search_width) to an array; lanes after the last are `filler`.
[[nodiscard]] inline std::array<double, search_width> take(ConstLanes lanes, std::size_t at, double filler) noexcept {
  std::array<double, search_width> part{};
  const std::size_t count = std::min(search_width, lanes.size() - at);
  std::copy_n(&lanes[at], count, part.begin());
  std::fill(part.begin() + static_cast<std::ptrdiff_t>(count), part.end(), filler);
  return part;
}

}  // namespace shanhai::random
