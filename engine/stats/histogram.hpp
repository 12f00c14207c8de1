#pragma once

#include <cstdint>
#include <vector>

#include "stats/bins.hpp"

namespace shanhai::stats {

/// How many values of a series stand in each bin. Counts do not depend on the order in which values come.
class Histogram {
 public:
  explicit Histogram(const Bins& bins) : bins_(bins), counts_(bins.count(), 0) {}

  /// Of a whole series, with bins to suit it; looks for NaN.
  /// @pre not empty
  [[nodiscard]] static Histogram of(ConstLanes series);

  /// @pre no NaN; no more than 2³² - 1 values in all
  void add(ConstLanes values) noexcept;

  /// Adds what another thread counted.
  /// @pre the same bins
  void merge(const Histogram& other) noexcept;

  [[nodiscard]] const Bins& bins() const noexcept { return bins_; }

  [[nodiscard]] const std::vector<std::uint32_t>& counts() const noexcept { return counts_; }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// Known only of a whole series.
  [[nodiscard]] bool has_nan() const noexcept { return has_nan_; }

 private:
  Bins bins_;
  std::vector<std::uint32_t> counts_;
  std::size_t size_ = 0;
  bool has_nan_ = false;
};

}  // namespace shanhai::stats
