#pragma once

#include <cstdint>
#include <vector>

#include "run/controls.hpp"
#include "run/internal_rate.hpp"
#include "run/kept.hpp"
#include "run/realised.hpp"
#include "run/series_map.hpp"
#include "run/simulator.hpp"
#include "run/valuation.hpp"
#include "stats/unit_moments.hpp"

namespace shanhai::run {

/// Paths by the year in which something happened or held, shape [scheme, party][year 0..T, then never].
struct YearCounts {
  YearCounts(std::size_t rows, std::size_t years) : of(rows, std::vector<std::uint64_t>(years + 1)) {}

  void merge(const YearCounts& other) noexcept;

  std::vector<std::vector<std::uint64_t>> of;
};

/// Records the blocks that one thread simulates. Nothing is allocated after it is built.
class Tally {
 public:
  Tally(const Setup& setup, const SeriesMap& map, Kept& kept, std::size_t lanes);

  /// Starts a block of which the first `count` paths count.
  void begin(std::uint64_t first, std::size_t count) noexcept;

  void revenue(std::size_t group, const flow::Ledger& ledger) noexcept;
  void signed_up(std::size_t scheme, const scheme::Waterfall& waterfall) noexcept;

  void clause(std::size_t /*scheme*/, const scheme::Waterfall& /*waterfall*/, int /*clause*/) const noexcept {}

  void stepped(std::size_t scheme, const scheme::Waterfall& waterfall) noexcept;

  /// Values the block; returns whether every number is finite.
  [[nodiscard]] bool finish(const flow::Draws& draws) noexcept;

  [[nodiscard]] stats::UnitSums& sums() noexcept { return sums_; }

  [[nodiscard]] const YearCounts& paybacks() const noexcept { return paybacks_; }

  [[nodiscard]] const YearCounts& cap_years() const noexcept { return cap_years_; }

  /// Of paths on which what remains is worth less than nothing.
  [[nodiscard]] const YearCounts& leaves() const noexcept { return leaves_; }

 private:
  void add(std::size_t series, ConstLanes row) noexcept { sums_.add(series, range_, row.first(range_.count)); }

  void keep(Lanes of, ConstLanes row) const noexcept;
  void record(std::size_t scheme, const scheme::Waterfall& waterfall, int year) noexcept;
  void count(std::size_t place, const scheme::Books& books, std::size_t party) noexcept;
  void value(std::size_t scheme, std::size_t party, const flow::Draws& draws) noexcept;
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
  std::vector<bool> has_cap_;  // [scheme]
  std::vector<Rows> flows_;    // [scheme, party][t][lane]
  Rows counts_;                // [scheme, party][floor calls, broken promises, cap year]
  Rows scratch_;
  Rows finite_;  // one row: 0, NaN once a number was not finite
};

}  // namespace shanhai::run
