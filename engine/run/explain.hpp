#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "run/plan.hpp"
#include "run/scenario.hpp"

namespace shanhai::run {

/// Money that one account gained (or lost) by one clause; a party's account, or one outside the parties.
struct Movement {
  Words account;
  std::optional<std::size_t> party;
  double amount = 0;
};

/// What one clause did to the pool and to the accounts.
struct ClauseTrace {
  std::string_view key;  ///< which clause
  double pool_before = 0;
  double pool_after = 0;
  std::vector<Movement> movements;
};

/// One year of one future under one scheme.
struct YearTrace {
  int year = 0;      ///< t; 0 is signing
  int clock = 0;     ///< the contract's own year, 0 before it begins
  double firms = 0;  ///< at year end; 0 with a table, like the three below
  double arrivals = 0;
  double land = 0;  ///< occupied [mu]
  double output = 0;
  std::vector<double> revenue;  ///< local-retained, by stream
  double pool = 0;              ///< their sum
  std::vector<ClauseTrace> clauses;
  std::vector<std::vector<Movement>> cash_flow;  ///< [party] the parts of its cash flow
  std::vector<double> total;                     ///< [party] their sum, as the run counts it
};

/// The arithmetic of one future: path `path` of the plan (the twin, where the plan says so) under one scheme, t = 0..T.
[[nodiscard]] std::vector<YearTrace> explain(const Scenario& scenario,
                                             const Plan& plan,
                                             std::size_t scheme,
                                             std::uint64_t path);

/// The scenario's uncertain numbers in that future (in the twin: their means); Number::draw counts in here.
[[nodiscard]] std::vector<double> drawn_numbers(const Scenario& scenario, const Plan& plan, std::uint64_t path);

}  // namespace shanhai::run
