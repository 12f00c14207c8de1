#pragma once

#include <cstdint>
#include <vector>

#include "run/controls.hpp"
#include "run/internal_rate.hpp"
#include "run/simulator.hpp"
#include "run/valuation.hpp"
#include "stats/unit_moments.hpp"

namespace shanhai::run {

/// Where each quantity of an outcome stands among the series that are summed path by path.
class SeriesMap {
 public:
  enum class Level : std::uint8_t { local, gross, central, province };

  /// By year, of a party under a scheme; years 0..T.
  enum class Yearly : std::uint8_t { cash_flow, accrual, output_credit, value_added_credit };

  /// One number a path, of a party under a scheme.
  enum class Single : std::uint8_t { size, floor_calls, broken };

  SeriesMap(flow::Shape shape, std::size_t groups, std::size_t schemes);

  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  [[nodiscard]] std::size_t revenue(std::size_t group, Level level, std::size_t stream, int year) const noexcept;
  [[nodiscard]] std::size_t yearly(std::size_t scheme, std::size_t party, Yearly what, int year) const noexcept;
  [[nodiscard]] std::size_t single(std::size_t scheme, std::size_t party, Single what) const noexcept;
  [[nodiscard]] std::size_t ratio(std::size_t scheme) const noexcept;

 private:
  static constexpr std::size_t levels = 4;
  static constexpr std::size_t yearlies = 4;
  static constexpr std::size_t singles = 3;

  std::size_t parties_;
  std::size_t streams_;
  std::size_t years_;  // T + 1
  std::size_t party_start_;
  std::size_t ratio_start_;
  std::size_t size_;
};

/// What is kept of every path, and what is kept of the band paths; workers write different paths.
struct Kept {
  Kept(const Setup& setup, const Plan& plan);

  [[nodiscard]] std::size_t place(std::size_t scheme, std::size_t party) const noexcept {
    return scheme * parties + party;
  }

  [[nodiscard]] std::vector<double>& cash_flow(std::size_t scheme, std::size_t party, std::size_t year) noexcept {
    return cash_flows[place(scheme, party) * years + year];
  }

  [[nodiscard]] std::vector<double>& revenue(std::size_t group, std::size_t stream, int year) noexcept {
    return revenues[(group * streams + stream) * (years - 1) + static_cast<std::size_t>(year - 1)];
  }

  /// Makes room for so many paths; those there stay.
  void grow(std::uint64_t paths);

  std::size_t parties;
  std::size_t streams;
  std::size_t years;  ///< T + 1
  std::size_t most_band_paths;
  std::vector<std::vector<double>> npv;         ///< [scheme, party][path]
  std::vector<std::vector<double>> irr;         ///< [scheme, party][band path], NaN for none
  std::vector<std::vector<double>> cash_flows;  ///< [scheme, party, t = 0..T][band path]
  std::vector<std::vector<double>> revenues;    ///< [group, stream, t = 1..T][band path]
  std::vector<std::vector<double>> controls;    ///< [control][path]
};

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

  void keep(std::vector<double>& of, ConstLanes row) const noexcept;
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
  std::vector<Rows> flows_;  // [scheme, party][t][lane]
  Rows counts_;              // [scheme, party][floor calls, broken promises, cap year]
  Rows scratch_;
  Rows finite_;  // one row: 0, NaN once a number was not finite
};

}  // namespace shanhai::run
