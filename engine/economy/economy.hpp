#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "economy/factors.hpp"
#include "economy/firms.hpp"
#include "economy/levy.hpp"
#include "economy/park.hpp"
#include "economy/production.hpp"
#include "economy/surprises.hpp"
#include "economy/table.hpp"

namespace shanhai::economy {

/// A forecast and its spread.
struct Forecast {
  Table table;
  std::optional<Uncertainty> uncertainty;
};

/// Where the revenue comes from.
using Source = std::variant<Forecast, Park>;

/// The source of the deterministic twin.
[[nodiscard]] Source without_risk(Source source);

/// How many numbers of mean 0 tell what chance did to a source in a year.
[[nodiscard]] std::size_t surprises(const Source& source) noexcept;

/// How a block is simulated.
struct Setting {
  std::uint64_t seed = 0;
  int start = 0;  ///< calendar year of t = 1
  int years = 0;  ///< T
  std::size_t lanes = 0;
  Counting counting = Counting::drawn;
  bool surprises = false;  ///< whether the ledger has rows for them
};

/// A forecast at work on a block of paths.
class ForecastEconomy {
 public:
  ForecastEconomy(const Forecast& forecast, const Setting& setting);
  void begin(PathRange paths, const flow::Draws& draws) noexcept;
  void step(int year, flow::Operand boost, flow::Ledger& ledger) noexcept;

 private:
  const Forecast* forecast_;
  const flow::Draws* draws_ = nullptr;
  PathRange paths_;
  Counting counting_;
  Factors factor_;                     // stays 0 in the twin
  std::vector<double> path_variance_;  // [t] of the sum of the factor
  Rows walk_;                          // sd times the sum of the factor
  GrowthSurprise surprise_;
};

/// A park at work on a block of paths.
class ParkEconomy {
 public:
  ParkEconomy(const Park& park, const Setting& setting);
  void begin(PathRange paths, const flow::Draws& draws) noexcept;
  void step(int year, flow::Operand boost, flow::Ledger& ledger) noexcept;

 private:
  void report(int year, flow::Ledger& ledger) noexcept;

  const Park* park_;
  const flow::Draws* draws_ = nullptr;
  PathRange paths_;
  Counting counting_;
  Factors factors_;  // stay 0 in the twin
  Events events_;
  Firms firms_;
  Production production_;
  Levy levy_;
  flow::Sum sum_;
  Surprises surprises_;
};

/// The economy of a block of paths: `begin`, then `step` for t = 1..T in order. Holds the state of its paths, so each
/// thread has its own; nothing is allocated after it is built. The source must outlive it.
class Economy {
 public:
  Economy(const Source& source, const Setting& setting);

  /// @pre paths.count == setting.lanes
  void begin(PathRange paths, const flow::Draws& draws) noexcept;

  /// Writes year t into the ledger. `boost` multiplies the expected arrivals of a park.
  void step(int year, flow::Operand boost, flow::Ledger& ledger) noexcept;

 private:
  std::variant<ForecastEconomy, ParkEconomy> economy_;
};

}  // namespace shanhai::economy
