#include "stats/histogram.hpp"

#include <algorithm>
#include <functional>

namespace shanhai::stats {
namespace {

bool any_nan(ConstLanes values) noexcept {
  std::uint64_t odd = 0;
  for (const double value : values) {
    odd |= value != value ? 1U : 0U;
  }
  return odd != 0;
}

}  // namespace

Histogram Histogram::of(ConstLanes series) {
  Histogram all(Bins(sample_of(series), series.size()));
  all.add(series);
  all.has_nan_ = any_nan(series);
  return all;
}

void Histogram::add(ConstLanes values) noexcept {
  std::uint32_t* const counts = counts_.data();
  for_each_bin(values, bins_, [counts](std::size_t bin, double /*value*/) { ++counts[bin]; });
  size_ += values.size();
}

void Histogram::merge(const Histogram& other) noexcept {
  SHANHAI_EXPECT(counts_.size() == other.counts_.size());
  std::ranges::transform(counts_, other.counts_, counts_.begin(), std::plus<>{});
  size_ += other.size_;
}

}  // namespace shanhai::stats
