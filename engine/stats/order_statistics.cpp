#include "stats/order_statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace shanhai::stats {
namespace {

constexpr std::size_t most_bins = 16384;
constexpr std::size_t values_per_bin = 32;
constexpr std::size_t chunk = 256;

struct Range {
  double low = 0;
  double high = 0;
  bool has_nan = false;
};

/// Of all values; over 16 lanes, as a single minimum would be one long chain of comparisons.
Range range_of(ConstLanes values) noexcept {
  constexpr std::size_t lanes = 16;
  std::array<double, lanes> low{};
  std::array<double, lanes> high{};
  std::array<double, lanes> odd{};  // NaN once a NaN was seen
  low.fill(values[0]);
  high.fill(values[0]);
  const auto look = [&](std::size_t lane, double x) {
    low[lane] = x < low[lane] ? x : low[lane];
    high[lane] = x > high[lane] ? x : high[lane];
    odd[lane] = x == x ? odd[lane] : x;
  };
  const std::size_t whole = values.size() / lanes * lanes;
  for (std::size_t i = 0; i < whole; i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      look(lane, values[i + lane]);
    }
  }
  for (std::size_t i = whole; i < values.size(); ++i) {
    look(i - whole, values[i]);
  }
  const bool has_nan = std::any_of(odd.begin(), odd.end(), [](double x) { return std::isnan(x); });
  return {*std::min_element(low.begin(), low.end()), *std::max_element(high.begin(), high.end()), has_nan};
}

/// Bins of equal width over the range. The index never falls as the value grows, rounding included.
class Bins {
 public:
  Bins(Range range, std::size_t wanted) noexcept : half_low_(range.low / 2) {
    // Halves, so that the widest range of doubles does not overflow. An infinite or empty range is
    // one bin.
    const double half_width = range.high / 2 - half_low_;
    const double scale = static_cast<double>(wanted) / half_width;
    if (half_width > 0 && std::isfinite(half_width) && std::isfinite(scale)) {
      count_ = wanted;
      scale_ = scale;
    }
  }

  [[nodiscard]] std::size_t count() const noexcept { return count_; }

  /// The bins of up to `chunk` values at once, apart from their use, so that the arithmetic
  /// vectorises.
  void find(ConstLanes values, std::array<std::int32_t, chunk>& bin) const noexcept {
    const auto last = static_cast<double>(count_ - 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double at = (values[i] / 2 - half_low_) * scale_;
      bin[i] = static_cast<std::int32_t>(at < last ? at : last);
    }
  }

 private:
  double half_low_;
  double scale_ = 0;
  std::size_t count_ = 1;
};

template <class Use>
void for_each_bin(ConstLanes values, const Bins& bins, Use use) {
  std::array<std::int32_t, chunk> bin{};
  for (std::size_t first = 0; first < values.size(); first += chunk) {
    const ConstLanes part = values.subspan(first, std::min(chunk, values.size() - first));
    bins.find(part, bin);
    for (std::size_t i = 0; i < part.size(); ++i) {
      use(static_cast<std::size_t>(bin[i]), part[i]);
    }
  }
}

/// How many values stand in the bins before each bin; one entry more than bins.
std::vector<std::size_t> cumulated_counts(ConstLanes values, const Bins& bins) {
  std::vector<std::size_t> before(bins.count() + 1, 0);
  for_each_bin(values, bins, [&](std::size_t bin, double /*value*/) { ++before[bin + 1]; });
  std::partial_sum(before.begin(), before.end(), before.begin());
  return before;
}

/// The values of the wanted bins, sorted.
std::vector<double> gather(ConstLanes values,
                           const Bins& bins,
                           const std::vector<std::uint8_t>& wanted,
                           std::size_t count) {
  std::vector<double> gathered(count + 1);  // the last place takes what is not wanted
  std::size_t at = 0;
  for_each_bin(values, bins, [&](std::size_t bin, double value) {
    gathered[at] = value;
    at += wanted[bin];
  });
  gathered.pop_back();
  std::sort(gathered.begin(), gathered.end());
  return gathered;
}

}  // namespace

std::vector<double> order_statistics(ConstLanes values, std::span<const std::size_t> ranks) {
  std::vector<double> result(ranks.size(), std::numeric_limits<double>::quiet_NaN());
  const Range range = values.empty() ? Range{} : range_of(values);
  if (values.empty() || range.has_nan) {
    return result;
  }
  const Bins bins(range, std::clamp<std::size_t>(values.size() / values_per_bin, 1, most_bins));
  const std::vector<std::size_t> before = cumulated_counts(values, bins);

  const auto bin_of = [&before](std::size_t rank) {
    return static_cast<std::size_t>(std::upper_bound(before.begin(), before.end(), rank) - before.begin()) - 1;
  };
  std::vector<std::uint8_t> wanted(bins.count(), 0);
  for (const std::size_t rank : ranks) {
    SHANHAI_EXPECT(rank < values.size());
    wanted[bin_of(rank)] = 1;
  }
  std::vector<std::size_t> left_out(bins.count() + 1,
                                    0);  // values before each bin that are not gathered
  for (std::size_t bin = 0; bin < bins.count(); ++bin) {
    left_out[bin + 1] = left_out[bin] + (wanted[bin] != 0 ? 0 : before[bin + 1] - before[bin]);
  }
  const std::vector<double> gathered = gather(values, bins, wanted, values.size() - left_out.back());
  std::transform(ranks.begin(), ranks.end(), result.begin(), [&](std::size_t rank) {
    return gathered[rank - left_out[bin_of(rank)]];
  });
  return result;
}

}  // namespace shanhai::stats
