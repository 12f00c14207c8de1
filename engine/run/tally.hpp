#pragma once

#include <cstdint>
#include <vector>

#include "run/blend.hpp"
#include "run/controls.hpp"
#include "run/internal_rate.hpp"
#include "run/kept.hpp"
#include "run/realised.hpp"
#include "run/series_map.hpp"
#include "run/simulator.hpp"
#include "run/valuation.hpp"
#include "run/year_counts.hpp"
#include "stats/unit_moments.hpp"

namespace shanhai::run {

/// Records the blocks that one thread simulates. Nothing is allocated after it is built.
class Tally {
 public:
  Tally(const Setup& setup, const SeriesMap& map, Kept& kept, std::size_t lanes);

  /// Starts a block of which the first `count` paths count.
  void begin(std::uint64_t first, std::size_t count) noexcept;

  void revenue(std::size_t group, const flow::Ledger& ledger) noexcept;
  void signed_up(std::size_t contract, const scheme::Waterfall& waterfall) noexcept;

  void clause(std::size_t /*contract*/, const scheme::Waterfall& /*waterfall*/, int /*clause*/) const noexcept {}

  void stepped(std::size_t contract, const scheme::Waterfall& waterfall) noexcept;

  /// Values the block; returns whether every number is finite.
  [[nodiscard]] bool finish(const flow::Draws& draws) noexcept;

  [[nodiscard]] stats::UnitSums& sums() noexcept { return sums_; }

  [[nodiscard]] const YearCounts& paybacks() const noexcept { return paybacks_; }

  [[nodiscard]] const YearCounts& cap_years() const noexcept { return cap_years_; }

  /// Of paths on which what remains is worth less than nothing; nothing of families.
  [[nodiscard]] const YearCounts& leaves() const noexcept { return leaves_; }

 private:
  void add(std::size_t series, ConstLanes row) noexcept { sums_.add(series, range_, row.first(range_.count)); }

  void keep(Lanes of, ConstLanes row) const noexcept;
  void record(std::size_t contract, const scheme::Waterfall& waterfall, int year) noexcept;
  void count(std::size_t account, const scheme::Books& books, std::size_t party) noexcept;
  [[nodiscard]] ConstLanes counted(std::size_t account, std::size_t row) const noexcept;
  void value(std::size_t contract, std::size_t party, const flow::Draws& draws) noexcept;
  void value(Blend& blend, const flow::Draws& draws) noexcept;
  void ratio_changes(const flow::Draws& draws) noexcept;
  void look(ConstLanes amounts) noexcept;
  void ratio_change(std::size_t scheme, const flow::Draws& draws) noexcept;

  const Setup* setup_;
  const SeriesMap* map_;
  Kept* kept_;
  PathRange range_;
  stats::UnitSums sums_;
  YearCounts paybacks_;
  YearCounts cap_years_;
  YearCounts leaves_;
  Valuation valuation_;
  InternalRates rates_;
  Controls controls_;
  RealisedSums realised_;
  std::vector<Rows> flows_;    // [scheme of its own, party][t][lane]
  LazyRows counts_;            // [scheme of its own, party][floor calls, broken promises, cap year]
  std::vector<Blend> blends_;  // [family]
  Rows totals_;                // [party] cash flows of years 1..T under the scheme at hand
  Rows scratch_;
  Rows finite_;  // one row: 0, NaN once a number was not finite
};

}  // namespace shanhai::run
