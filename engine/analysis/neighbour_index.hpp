#pragma once

#include <optional>

#include "analysis/sobol_indices.hpp"
#include "core/lanes.hpp"

namespace shanhai::analysis {

/// Fewer points are not judged.
inline constexpr std::size_t least_points = 20;

/// The first-order Sobol index of an axis from points drawn at random, without a design of its own: how the outcomes of
/// neighbours along the axis go together. Source: Gamboa, Gremaud, Klein, Lagnoux, "Global sensitivity analysis: A
/// novel generation of mighty estimators based on rank statistics", Bernoulli 28 (2022), here over the pairs' own
/// variance. The points must be drawn at random, or as a Latin hypercube: in a Sobol sequence neighbours along one axis
/// are set apart on the others.
///
/// The interval is the normal one. Neighbouring pairs share a point, so that their covariance counts, less what two
/// pairs have in common that share none: that is the axis' own effect. About 90 in 100 intervals hold the truth with 60
/// points, 95 with 256. (Bootstrap samples have ties, which rank statistics do not forgive: Lin and Han, "On the
/// failure of the bootstrap for Chatterjee's rank correlation", Biometrika 111, 2024.)
///
/// Nothing where there are too few points, or all have one outcome but for rounding.
/// @param axis     [point] finite; points of one value in an order that is as good as random
/// @param outcome  [point] finite
/// @pre as many values as outcomes
[[nodiscard]] std::optional<Index> neighbour_index(ConstLanes axis, ConstLanes outcome);

}  // namespace shanhai::analysis
