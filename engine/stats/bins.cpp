#include "stats/bins.hpp"

#include <cmath>

namespace shanhai::stats {
namespace {

// More would not stay in the cache while a run fills the histograms of all its series.
constexpr std::size_t most_bins = 8192;
constexpr std::size_t values_per_bin = 8;
constexpr std::size_t sample_runs = 16;  // of consecutive values, which memory gives together
constexpr std::size_t sample_run = 64;

}  // namespace

Bins::Bins(ConstLanes sample, std::size_t values) noexcept {
  SHANHAI_EXPECT(!sample.empty());
  double low = sample[0];
  double high = sample[0];
  for (const double value : sample) {
    low = value < low ? value : low;
    high = value > high ? value : high;
  }
  const std::size_t wanted = std::clamp<std::size_t>(values / values_per_bin, 1, most_bins);
  const double scale = static_cast<double>(wanted) / (high - low);
  // An infinite or empty range is one bin.
  if (std::isfinite(high - low) && std::isfinite(scale)) {
    count_ = wanted;
    low_ = low;
    scale_ = scale;
    last_ = static_cast<double>(wanted - 1);
  }
}

void Bins::find(ConstLanes values, std::array<std::int32_t, bins_at_once>& bin) const noexcept {
  const Bins bins = *this;  // a copy, which stays in registers
  for (std::size_t i = 0; i < values.size(); ++i) {
    bin[i] = static_cast<std::int32_t>(bins.place(values[i]));
  }
}

std::vector<double> sample_of(ConstLanes series) {
  const std::size_t step = std::max((series.size() + sample_runs - 1) / sample_runs, sample_run);
  std::vector<double> sample;
  sample.reserve(sample_runs * sample_run);
  for (std::size_t first = 0; first < series.size(); first += step) {
    const ConstLanes run = series.subspan(first, std::min(sample_run, series.size() - first));
    sample.insert(sample.end(), run.begin(), run.end());
  }
  return sample;
}

}  // namespace shanhai::stats
