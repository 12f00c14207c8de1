#pragma once

#include "core/lanes.hpp"

namespace shanhai::random {

inline constexpr double largest_binomial_n = 1e6;

/// The binomial quantile: the smallest whole k with P(K <= k) >= u, by exact inversion; never
/// decreases in u.
///
/// @param n whole, in [0, largest_binomial_n]; outside the range or NaN gives NaN
/// @param p in [0, 1]; any other, NaN included, gives NaN. For p > 1/2 the failures are counted,
/// with 1 - u.
/// @param u in (0, 1); NaN gives NaN. What lies beyond 8 standard deviations (below 1e-15 of the
/// law) is not searched. Costs O(n p) steps for small n p, O(sqrt(n p)) for large.
[[nodiscard]] double binomial(double n, double p, double u) noexcept;

/// The same lane by lane, searched in single precision: another count only where u is close to a step: measured in
/// fewer than 1 draw in a million at small means, in up to 1 of 10,000 at the largest.
/// Means of the rarer above single_mean, and what gives NaN, as above. u may be 1. A lane's count depends on that lane
/// alone.
/// @pre spans of equal length, none overlapping `out`
void binomial(ConstSingles n, ConstSingles p, ConstSingles u, Singles out) noexcept;

}  // namespace shanhai::random
