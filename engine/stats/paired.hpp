#pragma once

#include <cstdint>

#include "core/lanes.hpp"

namespace shanhai::stats {

/// Two series over the same futures, compared path by path: common random numbers make the difference sharp.
struct Compared {
  std::uint64_t better = 0;  ///< paths where a > b, ties apart
  std::uint64_t ties = 0;    ///< paths where |a - b| <= tolerance
};

/// Compares a with b and writes a - b.
///
/// @param tolerance  largest distance that counts as a tie, in the series' unit, >= 0; scaling it is the caller's
/// choice
/// @pre equal length
[[nodiscard]] Compared compare(ConstLanes a, ConstLanes b, double tolerance, Lanes difference) noexcept;

}  // namespace shanhai::stats
