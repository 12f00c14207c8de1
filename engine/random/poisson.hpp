#pragma once

#include "core/lanes.hpp"

namespace shanhai::random {

inline constexpr double largest_poisson_mean = 1e6;

/// The Poisson quantile: the smallest whole k with P(K <= k) >= u, by exact inversion; never
/// decreases in u.
///
/// @param mean in [0, largest_poisson_mean]; any other, NaN included, gives NaN
/// @param u    in (0, 1); NaN gives NaN. What lies beyond 8 standard deviations (below 1e-15 of the
/// law) is not searched. Costs O(mean) steps for small means, O(sqrt(mean)) for large ones.
[[nodiscard]] double poisson(double mean, double u) noexcept;

/// The same lane by lane, searched in single precision: another count only where u is close to a step: measured in
/// fewer than 1 draw in a million at small means, in up to 1 of 10,000 at the largest.
/// Means above single_mean, and what gives NaN, as above. u may be 1. A lane's count depends on that lane alone.
/// @pre spans of equal length, none overlapping `out`
void poisson(ConstSingles mean, ConstSingles u, Singles out) noexcept;

}  // namespace shanhai::random
