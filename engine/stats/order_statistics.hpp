#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/lanes.hpp"

namespace shanhai::stats {

/// The values that would stand at the given ranks (from 0) if `values` were sorted: exact, in the
/// order of `ranks`.
///
/// A histogram finds the bins that hold the ranks, and only those bins are sorted: linear time
/// where values spread over the range, n log n where nearly all crowd in one bin. All results are
/// NaN if any value is NaN. Does not depend on the order of `values`, but for the sign of zeros.
/// @pre every rank < values.size()
[[nodiscard]] std::vector<double> order_statistics(ConstLanes values, std::span<const std::size_t> ranks);

}  // namespace shanhai::stats
