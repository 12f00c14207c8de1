#include "stats/bins.hpp"

#include <cmath>

namespace shanhai::stats {
namespace {

// More would not stay in the cache while a run fills the histograms of all its series.
constexpr std::size_t most_bins = 8192;
constexpr std::size_t values_per_bin = 8;
constexpr std::size_t sample_runs = 16;  // of consecutive values, which memory gives together
constexpr std::size_t sample_run = 64;

struct Ends {
  double low;
  double high;

  void reach(double value) noexcept {
    low = value < low ? value : low;
    high = value > high ? value : high;
  }
};

// Lane by lane, since one comparison would wait for the one before.
Ends ends_of(ConstLanes sample) noexcept {
  constexpr std::size_t lanes = 32;
  std::array<Ends, lanes> of_lane{};
  of_lane.fill({sample[0], sample[0]});
  std::size_t i = 0;
  for (; i + lanes <= sample.size(); i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      of_lane[lane].reach(sample[i + lane]);
    }
  }
  Ends all = of_lane[0];
  for (const Ends& one : of_lane) {
    all.reach(one.low);
    all.reach(one.high);
  }
  for (; i < sample.size(); ++i) {
    all.reach(sample[i]);
  }
  return all;
}

}  // namespace

Bins::Bins(ConstLanes sample, std::size_t values) noexcept {
  SHANHAI_EXPECT(!sample.empty());
  const auto [low, high] = ends_of(sample);
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
