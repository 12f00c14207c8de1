#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "core/lanes.hpp"
#include "stats/estimate.hpp"
#include "stats/lane_sums.hpp"
#include "stats/order_statistics.hpp"

namespace shanhai::stats {

/// What is asked about the order of a series.
struct Asked {
  std::vector<double> probabilities;  ///< of quantiles, each in [0, 1]
  double tail = 0;  ///< share of the smallest values whose mean is asked for, in [0, 1]; 0 asks for none
};

/// Quantiles, type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50
/// (1996): exact, linear between the order statistics around rank (n - 1) q. Standard error, free of any assumption on
/// the law: half the distance of the order statistics at ranks n q ± sqrt(n q (1 - q)), rounded outward and kept within
/// 1..n (the one-sigma form of the interval in David and Nagaraja, "Order Statistics" (2003), section 7.1); near the
/// ends of short series that is too small.
///
/// Tail mean: that of the m = ceil(share n) smallest values, conditional value at risk of the lower tail. Source:
/// Rockafellar and Uryasev, "Optimization of conditional value-at-risk", Journal of Risk 2 (2000). Standard error: the
/// sd of min(x - q, 0) over all paths, q the largest value of the tail, over share sqrt(n); Chen, "Nonparametric
/// estimation of expected shortfall", Journal of Financial Econometrics 6 (2008).
///
/// All are found in two looks at the series, which many series and threads may share: a Histogram takes the first.
/// Quantiles do not depend on the order of the values, tail means but for their last bits.
class Quantiles {
 public:
  /// What one thread found in the second look: values in any order.
  using Found = std::vector<double>;

  /// Sums over the values in bins wholly within the tail, of their distances to the tail's last bin.
  using Tail = std::array<double, 2>;

  /// @pre all.size() > 0
  Quantiles(const Histogram& all, const Asked& asked);

  void gather(ConstLanes values, Found& found) const { selection_.gather(values, found); }

  /// @pre asked.tail > 0
  [[nodiscard]] Tail tail_of(ConstLanes unit) const noexcept;

  struct Answers {
    std::vector<Estimate> quantiles;  ///< in the order asked; NaN if any value is NaN
    Estimate tail_mean;
  };

  /// @param found  of all values
  /// @param tail   the sums of all units, in their order
  [[nodiscard]] Answers answers(Found found, const Tail& tail) const;

 private:
  [[nodiscard]] Estimate tail_mean(const Found& sorted, const Tail& tail) const;

  Asked asked_;
  std::size_t count_;
  std::size_t last_in_tail_;  // its rank
  Selection selection_;
  std::size_t tail_bin_;
  double tail_edge_;
};

/// The quantiles of a stored series at each of the probabilities, in their order.
/// @pre at least one value; each probability in [0, 1]
[[nodiscard]] std::vector<Estimate> quantiles(ConstLanes values, std::span<const double> probabilities);

/// The mean of the ceil(share n) smallest values.
/// @pre at least one value; 0 < share <= 1
[[nodiscard]] Estimate tail_mean(ConstLanes values, double share);

}  // namespace shanhai::stats
