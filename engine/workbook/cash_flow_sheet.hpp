#pragma once

#include "workbook/briefing.hpp"

namespace shanhai::workbook {

/// Where the sheet of cash flows has what other sheets take from it.
class CashFlowPlaces {
 public:
  explicit CashFlowPlaces(const Briefing& briefing)
      : parties_(briefing.parties()), rows_(briefing.parties() * briefing.schemes()) {}

  static constexpr std::size_t years_row = 2;     ///< calendar years, and t in the row below
  static constexpr std::size_t first_year = 5;    ///< the column of t = 0
  static constexpr std::size_t value_column = 2;  ///< of rates and net present values

  [[nodiscard]] std::size_t rates_head() const noexcept { return years_row + 2; }

  [[nodiscard]] Place rate(std::size_t party) const noexcept { return {rates_head() + 1 + party, value_column}; }

  [[nodiscard]] std::size_t flows_head() const noexcept { return rates_head() + parties_ + 2; }

  [[nodiscard]] Place npv(std::size_t scheme, std::size_t party) const noexcept {
    return {flows_head() + 1 + scheme * parties_ + party, value_column};
  }

  [[nodiscard]] std::size_t notes() const noexcept { return flows_head() + 1 + rows_; }

  [[nodiscard]] std::size_t sums_head() const noexcept { return notes() + parties_ + 1; }

 private:
  std::size_t parties_;
  std::size_t rows_;
};

/// The mean cash flow of every scheme and party by year; each party's discount rate, which may be changed; and as
/// formulas the discount factors, the net present values and the cumulative flows. Beside each stands the engine's own
/// figure.
void add_cash_flows(Workbook& book, const Briefing& briefing);

}  // namespace shanhai::workbook
