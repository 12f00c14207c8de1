#pragma once

#include <cstddef>
#include <vector>

#include "core/lanes.hpp"
#include "stats/estimate.hpp"

namespace shanhai::analysis {

/// A sample cut into consecutive batches of nearly one size: their means stand for its chance, at a fraction of its
/// size.
///
/// Samples of the same paths cut into as many batches are resampled together, so what they share stays shared.
class Batches {
 public:
  static constexpr std::size_t most = 128;

  /// @param values  [path], at least one
  explicit Batches(ConstLanes values);

  [[nodiscard]] const std::vector<double>& means() const noexcept { return means_; }

  /// The mean, every batch counted as often as `times` says, shape [batch].
  [[nodiscard]] double mean(const std::vector<double>& times) const noexcept;

 private:
  std::vector<double> means_;
};

/// The mean of a - b over the batches, with its standard error.
[[nodiscard]] stats::Estimate difference(const Batches& a, const Batches& b);

}  // namespace shanhai::analysis
