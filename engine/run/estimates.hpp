#pragma once

#include <cstdint>
#include <vector>

#include "run/gather.hpp"
#include "run/outcome.hpp"
#include "stats/mean.hpp"

namespace shanhai::run {

/// Reads the estimates of one run out of what was gathered.
class Estimates {
 public:
  /// All but the plan must outlive this.
  /// @param plan  of which as many paths and band paths were gathered
  Estimates(const Scenario& scenario, const Plan& plan, const Gathered& gathered)
      : scenario_(&scenario), gathered_(&gathered), bands_(plan.band_paths), twin_(plan.twin), in_full_(plan.in_full) {}

  [[nodiscard]] const Scenario& scenario() const noexcept { return *scenario_; }

  [[nodiscard]] const Gathered& gathered() const noexcept { return *gathered_; }

  [[nodiscard]] int years() const noexcept { return scenario_->horizon.years; }

  [[nodiscard]] bool of_twin() const noexcept { return twin_; }

  [[nodiscard]] bool in_full() const noexcept { return in_full_; }

  /// All paths of a twin are one and the same future, so nothing in it is estimated.
  [[nodiscard]] Estimate estimate(const Estimate& of) const noexcept { return {of.value, twin_ ? 0.0 : of.error}; }

  [[nodiscard]] Estimate estimate(const stats::Moments& moments) const noexcept {
    return estimate(stats::mean_estimate(moments));
  }

  /// Of all paths.
  [[nodiscard]] Estimate share(std::uint64_t hits) const noexcept { return share(hits, gathered_->paths); }

  [[nodiscard]] Estimate share(std::uint64_t hits, std::uint64_t paths) const noexcept;

  /// Of a series of the map.
  [[nodiscard]] Estimate mean(std::size_t series) const noexcept { return estimate(gathered_->moments.merged(series)); }

  /// Of a series of the map for each of the years, both included.
  template <class SeriesOfYear>
  [[nodiscard]] std::vector<Estimate> means(int first, int last, const SeriesOfYear& series) const {
    std::vector<Estimate> result;
    for (int year = first; year <= last; ++year) {
      result.push_back(mean(series(year)));
    }
    return result;
  }

  /// Puts the quantiles of one more year's band paths at the end.
  void add_bands(Bands& bands, ConstLanes values) const;

  /// Where a value falls among those of the band paths.
  [[nodiscard]] RealisedOutcome among(ConstLanes kept, double value) const;

  /// From paths by year, and at last those of "never".
  [[nodiscard]] YearSpread year_spread(const std::vector<std::uint64_t>& counts) const;

  /// From the rates of the band paths, NaN for none.
  [[nodiscard]] RateSpread rate_spread(ConstLanes kept) const;

 private:
  const Scenario* scenario_;
  const Gathered* gathered_;
  std::size_t bands_;
  bool twin_;
  bool in_full_;
};

}  // namespace shanhai::run
