#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/lanes.hpp"
#include "core/pack.hpp"

namespace shanhai::stats {

/// So many values are looked up in bins together.
inline constexpr std::size_t bins_at_once = 256;

/// Bins of equal width between the ends of a sample; what lies beyond is in the first or the last of them. A bin never
/// falls as the value grows, rounding included, and that is all that exact order statistics need of it.
class Bins {
 public:
  /// As many as suit a series of so many values, of which this is a sample.
  /// @pre sample not empty
  Bins(ConstLanes sample, std::size_t values) noexcept;

  [[nodiscard]] std::size_t count() const noexcept { return count_; }

  /// The bin of a number, and how far in it: its whole part is the bin. Of NaN 0.
  template <class V>
  [[gnu::always_inline, nodiscard]] V place(V value) const noexcept {
    const V at = (value - all<V>(low_)) * all<V>(scale_);
    const V from_first = select(at > all<V>(0), at, all<V>(0));
    return select(from_first < all<V>(last_), from_first, all<V>(last_));
  }

  /// About where a bin begins.
  [[nodiscard]] double start(std::size_t bin) const noexcept {
    return scale_ > 0 ? low_ + static_cast<double>(bin) / scale_ : 0.0;
  }

  /// The bins of up to bins_at_once values, apart from their use, so that the arithmetic vectorises.
  void find(ConstLanes values, std::array<std::int32_t, bins_at_once>& bin) const noexcept;

 private:
  std::size_t count_ = 1;
  double low_ = 0;
  double scale_ = 0;
  double last_ = 0;
};

/// Some of the values of a series, from all over it; of series of equal length those at the same places.
[[nodiscard]] std::vector<double> sample_of(ConstLanes series);

/// use(bin, value) for each value, in their order.
template <class Use>
void for_each_bin(ConstLanes values, const Bins& bins, const Use& use) {
  std::array<std::int32_t, bins_at_once> bin;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (std::size_t first = 0; first < values.size(); first += bins_at_once) {
    const ConstLanes part = values.subspan(first, std::min(bins_at_once, values.size() - first));
    bins.find(part, bin);
    for (std::size_t i = 0; i < part.size(); ++i) {
      use(static_cast<std::size_t>(bin[i]), part[i]);
    }
  }
}

}  // namespace shanhai::stats
