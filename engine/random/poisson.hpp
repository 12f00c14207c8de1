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

/// The same lane by lane: out[i] = poisson(mean[i], u[i]), the same bits. `out` may be `u` or
/// `mean`.
/// @pre spans of equal length
void poisson(ConstLanes mean, ConstLanes u, Lanes out) noexcept;
void poisson(ConstSingles mean, ConstSingles u, Singles out) noexcept;

}  // namespace shanhai::random
