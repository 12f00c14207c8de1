#pragma once

#include <cstddef>
#include <vector>

#include "core/lanes.hpp"

namespace shanhai::analysis {

/// The Pareto front: the rows, ascending, that no other row dominates. A row dominates another if it is at least as
/// large in every objective and larger in one. Equal rows stand on the front together; a row with NaN never does.
///
/// Up to three objectives take n log n steps for n rows, whatever the front (the staircase of Kung, Luccio and
/// Preparata, "On finding the maxima of a set of vectors", Journal of the ACM 22, 1975); more take n times the rows of
/// the front.
/// @param table  shape [row][objective]
/// @pre objectives > 0, and a divisor of the table's size
[[nodiscard]] std::vector<std::size_t> pareto_front(ConstLanes table, std::size_t objectives);

}  // namespace shanhai::analysis
