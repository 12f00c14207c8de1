#pragma once

#include <optional>

#include "core/lanes.hpp"
#include "core/law.hpp"
#include "stats/estimate.hpp"

namespace shanhai::analysis {

/// One bar of a tornado: what an outcome is on average at the low end of an axis and at its high end, all other axes as
/// the design has them there. (A tornado that moves one axis and holds the others at one base would show nothing of how
/// axes act together. Source of the idea: Eschenbach, "Spiderplots versus tornado diagrams for sensitivity analysis",
/// Interfaces 22, 1992.)
struct MainEffect {
  stats::Estimate low;         ///< mean outcome of the points at the low end
  stats::Estimate high;        ///< and of those at the high end
  stats::Estimate difference;  ///< high less low; its error is that of points drawn at random, NaN from single points
  Interval low_end;            ///< the values of the axis at the points of the low end
  Interval high_end;
};

/// An end of an axis is the fifth of the points with its lowest (highest) values; all points of a value are taken or
/// none, but those of the lowest (highest) value always: of an axis with two to five levels the ends are its levels.
/// Nothing where the axis has one value only.
/// @param axis     [point] finite
/// @param outcome  [point] finite
/// @pre as many values as outcomes
[[nodiscard]] std::optional<MainEffect> main_effect(ConstLanes axis, ConstLanes outcome);

}  // namespace shanhai::analysis
