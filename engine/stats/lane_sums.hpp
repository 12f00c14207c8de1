#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/lanes.hpp"
#include "stats/moments.hpp"

namespace shanhai::stats {

/// The fixed grain of all reductions. Both numbers are part of the meaning of a sum: other values
/// give other last bits.
inline constexpr std::size_t unit_paths = 1024;
inline constexpr std::size_t reduction_lanes = 16;

/// Sums of several series over one unit: the paths [1024 u, 1024 u + 1024), or the first of them in
/// a last, shorter unit.
///
/// Path i goes to lane i modulo 16, each lane adds its paths in ascending order, and finish() adds
/// the lanes in order: the bits do not depend on the blocks in which values arrive. Sums are taken
/// of x - x₀, x₀ the value of the unit's first path, so that a large mean with a small spread loses
/// nothing. Allocates only when built.
class UnitSums {
 public:
  explicit UnitSums(std::size_t series) : series_(series) {}

  [[nodiscard]] std::size_t size() const noexcept { return series_.size(); }

  /// Adds the values of consecutive paths, values[i] of path paths.first + i.
  /// @pre each series' ranges follow one another without a gap from the unit's first path;
  /// values.size() == paths.count
  void add(std::size_t series, PathRange paths, ConstLanes values) noexcept;

  /// The moments of one series over the paths added; empties the series for the next unit.
  Moments finish(std::size_t series) noexcept;

 private:
  struct Series {
    std::uint64_t count = 0;
    double shift = 0;
    std::array<double, reduction_lanes> sum{};
    std::array<double, reduction_lanes> sum_of_squares{};
  };

  std::vector<Series> series_;
};

/// The moments of a set of numbers, shape [path], in the fixed order: unit by unit, as UnitSums and
/// merging would.
[[nodiscard]] Moments moments(ConstLanes values);

}  // namespace shanhai::stats
