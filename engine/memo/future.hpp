#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "run/explain.hpp"
#include "run/plan.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

/// One future under one scheme, with all its arithmetic. The scenario must outlive it.
struct Future {
  Future(const run::Scenario& scenario, const run::Plan& plan, std::size_t scheme, std::uint64_t path);

  /// A party's discount rate in this future.
  [[nodiscard]] double rate(std::size_t party) const noexcept;

  /// What a party's cash flow of year t is worth at signing.
  [[nodiscard]] double present_value(std::size_t party, std::size_t year) const noexcept;

  [[nodiscard]] double cash_flow(std::size_t party) const noexcept;  ///< of all years
  [[nodiscard]] double npv(std::size_t party) const noexcept;

  /// The first year in which an amount is infinite or undefined.
  [[nodiscard]] std::optional<int> overflow() const noexcept;

  const run::Scenario* scenario;
  run::Plan plan;
  std::size_t scheme;
  std::uint64_t path;
  std::vector<run::YearTrace> years;  ///< t = 0..T
  std::vector<double> drawn;          ///< [uncertain number]
};

}  // namespace shanhai::memo
