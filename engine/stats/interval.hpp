#pragma once

#include <cmath>
#include <cstdint>

#include "core/law.hpp"
#include "stats/estimate.hpp"

namespace shanhai::stats {

/// The 97.5% point of the standard normal law.
inline constexpr double z95 = 1.959963984540054;

/// The normal 95% interval of an estimate; holds for many paths (the central limit theorem).
[[nodiscard]] inline Interval interval95(const Estimate& estimate) noexcept {
  return {estimate.value - z95 * estimate.error, estimate.value + z95 * estimate.error};
}

/// The share hits / n with error sqrt(p (1 - p) / n); n > 0.
///
/// With no hit or nothing but hits that formula would claim to be certain. Then two hits and two
/// misses are added for the error (not the share), after Agresti and Coull, "Approximate is better
/// than 'exact'", The American Statistician 52 (1998). Where all paths are one and the same future
/// the true error is 0: the caller knows.
[[nodiscard]] inline Estimate proportion(std::uint64_t hits, std::uint64_t n) noexcept {
  const auto count = static_cast<double>(n);
  const double share = static_cast<double>(hits) / count;
  const bool certain = hits == 0 || hits == n;
  const double m = certain ? count + 4 : count;
  const double p = certain ? (static_cast<double>(hits) + 2) / m : share;
  return {share, std::sqrt(p * (1 - p) / m)};
}

}  // namespace shanhai::stats
