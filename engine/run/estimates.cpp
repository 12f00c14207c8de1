#include "run/estimates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>

#include "stats/interval.hpp"
#include "stats/quantiles.hpp"
#include "stats/year_counts.hpp"

namespace shanhai::run {
namespace {

constexpr std::array<double, 3> band_probabilities{0.05, 0.5, 0.95};

}  // namespace

Estimate Estimates::share(std::uint64_t hits, std::uint64_t paths) const noexcept {
  return estimate(stats::proportion(hits, paths));
}

void Estimates::add_bands(Bands& bands, ConstLanes values) const {
  const std::vector<Estimate> found = stats::quantiles(values.first(bands_), band_probabilities);
  bands.q05.push_back(estimate(found[0]));
  bands.q50.push_back(estimate(found[1]));
  bands.q95.push_back(estimate(found[2]));
}

RealisedOutcome Estimates::among(ConstLanes kept, double value) const {
  constexpr std::array<double, 5> probabilities{0.05, 0.25, 0.5, 0.75, 0.95};
  const ConstLanes values = kept.first(bands_);
  stats::Moments moments;
  for (const double one : values) {
    moments.merge({1, one, 0, 0});
  }
  const std::vector<Estimate> found = stats::quantiles(values, probabilities);
  const auto at = [&](std::size_t place) {
    return estimate(found[place]);
  };
  const auto lower = std::ranges::count_if(values, [value](double one) { return one < value; });
  return {
      estimate(moments), at(0), at(1), at(2), at(3), at(4), share(static_cast<std::uint64_t>(lower), values.size())};
}

YearSpread Estimates::year_spread(const std::vector<std::uint64_t>& counts) const {
  const std::span<const std::uint64_t> years(counts.data(), counts.size() - 1);
  const auto at = [&](double probability) -> std::optional<int> {
    const auto year = stats::quantile_of_counts(years, counts.back(), probability);
    return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
  };
  return {at(0.05), at(0.25), at(0.5), at(0.75), at(0.95), share(counts.back())};
}

RateSpread Estimates::rate_spread(ConstLanes kept) const {
  const ConstLanes rates = kept.first(bands_);
  std::vector<double> found;
  std::ranges::copy_if(rates, std::back_inserter(found), [](double rate) { return !std::isnan(rate); });
  RateSpread result;
  result.none = share(rates.size() - found.size(), rates.size());
  if (!found.empty()) {
    const std::vector<Estimate> of_found = stats::quantiles(found, band_probabilities);
    result.q05 = estimate(of_found[0]);
    result.q50 = estimate(of_found[1]);
    result.q95 = estimate(of_found[2]);
  }
  return result;
}

}  // namespace shanhai::run
