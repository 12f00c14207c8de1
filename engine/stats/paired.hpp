#pragma once

#include "core/lanes.hpp"
#include "core/law.hpp"
#include "stats/interval.hpp"
#include "stats/moments.hpp"

namespace shanhai::stats {

/// Two series over the same futures, compared path by path: common random numbers make the
/// difference sharp.
struct Paired {
  Moments difference;  ///< of a - b, in the series' unit
  Estimate better;     ///< share of paths where a > b, ties apart
  Estimate tie;        ///< share of paths where |a - b| <= tolerance

  [[nodiscard]] Interval interval95() const noexcept {
    return stats::interval95({difference.mean(), difference.standard_error()});
  }
};

/// Compares a with b, shape [path] each, in the fixed order of UnitSums.
///
/// @param tolerance largest distance that counts as a tie, in the series' unit, >= 0; scaling it is
/// the caller's choice
/// @pre equal length, at least one path
[[nodiscard]] Paired compare(ConstLanes a, ConstLanes b, double tolerance);

}  // namespace shanhai::stats
