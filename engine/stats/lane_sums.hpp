#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "core/lanes.hpp"
#include "core/pack.hpp"
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
    alignas(64) std::array<double, reduction_lanes> sum{};
    std::array<double, reduction_lanes> sum_of_squares{};
  };

  std::vector<Series> series_;
};

/// Sums over one unit of `n` terms of each value, in the order of UnitSums: term(x) gives an array of them for a double
/// or for a pack.
template <std::size_t n, class Term>
[[nodiscard]] std::array<double, n> sums_in_lanes(ConstLanes unit, const Term& term) noexcept {
  constexpr std::size_t packs = reduction_lanes / pack_lanes;
  std::array<std::array<Pack, packs>, n> packed{};
  std::size_t i = 0;
  for (; i + reduction_lanes <= unit.size(); i += reduction_lanes) {
    for (std::size_t pack = 0; pack < packs; ++pack) {
      const std::array<Pack, n> terms = term(load<Pack>(unit, i + pack * pack_lanes));
      for (std::size_t of = 0; of < n; ++of) {
        packed[of][pack] += terms[of];
      }
    }
  }
  std::array<double, n> result{};
  std::array<std::array<double, reduction_lanes>, n> lanes{};
  std::memcpy(lanes.data(), packed.data(), sizeof lanes);
  for (std::size_t lane = 0; i + lane < unit.size(); ++lane) {
    const std::array<double, n> terms = term(unit[i + lane]);
    for (std::size_t of = 0; of < n; ++of) {
      lanes[of][lane] += terms[of];
    }
  }
  for (std::size_t of = 0; of < n; ++of) {
    for (const double lane : lanes[of]) {
      result[of] += lane;
    }
  }
  return result;
}

/// The moments of a set of numbers, shape [path], in the fixed order: unit by unit, as UnitSums and
/// merging would.
[[nodiscard]] Moments moments(ConstLanes values);

}  // namespace shanhai::stats
