#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/lanes.hpp"
#include "stats/histogram.hpp"

namespace shanhai::stats {

/// Exact order statistics in two looks at a series: a histogram of the first tells which bins hold the wanted ranks,
/// the second gathers the values of those bins, and only these are sorted. Linear time where values spread over the
/// range; values that crowd in one bin are sorted, if they are not all the same.
class Selection {
 public:
  /// @param ranks  from 0 in ascending order of the values
  /// @pre at least one rank; every rank < all.size()
  Selection(const Histogram& all, std::span<const std::size_t> ranks);

  /// Puts the values of the wanted bins at the end of `found`, in their order.
  void gather(ConstLanes values, std::vector<double>& found) const;

  /// Sorts what was gathered of all values, in whatever order it was found.
  void sort(std::vector<double>& found) const;

  /// The value at one of the ranks. NaN if any value is NaN.
  [[nodiscard]] double pick(const std::vector<double>& sorted, std::size_t rank) const noexcept;

  /// The values of the rank's bin up to that rank.
  [[nodiscard]] ConstLanes in_bin_up_to(const std::vector<double>& sorted, std::size_t rank) const noexcept;

  [[nodiscard]] const Bins& bins() const noexcept { return bins_; }

  /// The bin of one of the ranks.
  [[nodiscard]] std::size_t bin_of(std::size_t rank) const noexcept { return with(rank).bin; }

  /// How many values stand in the bins before that of one of the ranks.
  [[nodiscard]] std::size_t before_bin_of(std::size_t rank) const noexcept { return with(rank).before; }

 private:
  /// A bin that holds wanted ranks.
  struct Wanted {
    std::size_t bin;
    std::size_t before;  ///< values in the bins before
    std::size_t start;   ///< of these, those that are gathered
    std::size_t count;   ///< values in it
  };

  [[nodiscard]] const Wanted& with(std::size_t rank) const noexcept;

  Bins bins_;
  bool has_nan_;
  std::vector<Wanted> wanted_;           // in ascending order
  std::vector<std::uint8_t> is_wanted_;  // [bin] 0 or 1
};

/// The values that would stand at the given ranks (from 0) if `values` were sorted, in the order of `ranks`. All NaN if
/// any value is NaN. Does not depend on the order of `values`, but for the sign of zeros.
/// @pre every rank < values.size()
[[nodiscard]] std::vector<double> order_statistics(ConstLanes values, std::span<const std::size_t> ranks);

}  // namespace shanhai::stats
