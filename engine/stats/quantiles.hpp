#pragma once

#include <span>
#include <vector>

#include "core/lanes.hpp"
#include "stats/estimate.hpp"

namespace shanhai::stats {

/// The quantiles of a stored series, shape [path], at each of the probabilities, in their order.
///
/// Value: type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American
/// Statistician 50 (1996): exact, linear between the order statistics around rank (n - 1) q.
/// Standard error, free of any assumption on the law: half the distance of the order statistics at
/// ranks n q ± sqrt(n q (1 - q)), rounded outward and kept within 1..n (the one-sigma form of the
/// interval in David and Nagaraja, "Order Statistics" (2003), section 7.1); near the ends of short
/// series that is too small. All NaN if any value is NaN.
/// @pre at least one value; each probability in [0, 1]
[[nodiscard]] std::vector<Estimate> quantiles(ConstLanes values, std::span<const double> probabilities);

/// The mean of the m = ceil(share n) smallest values: conditional value at risk of the lower tail.
///
/// Source: Rockafellar and Uryasev, "Optimization of conditional value-at-risk", Journal of Risk 2
/// (2000). Standard error: the sd of min(x - q, 0) over all paths, q the largest value of the tail,
/// over share sqrt(n); Chen, "Nonparametric estimation of expected shortfall", Journal of Financial
/// Econometrics 6 (2008). Does not depend on the order of `values`.
/// @pre at least one value; 0 < share <= 1
[[nodiscard]] Estimate tail_mean(ConstLanes values, double share);

}  // namespace shanhai::stats
