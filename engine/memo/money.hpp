#pragma once

#include <string>

#include "core/text.hpp"
#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

/// What the money of one table is told in: 万元 and 亿元, or millions and billions.
struct MoneyUnit {
  double size = 1;         ///< in the scenario's unit
  int exact_decimals = 0;  ///< of a number without an error
  std::string before;      ///< what stands before the digits: "CNY "
  std::string after;       ///< and behind: " 万元", " million"

  /// The unit alone, such as 万元 or CNY million.
  [[nodiscard]] std::string name() const;

  /// Digits with the unit.
  [[nodiscard]] std::string with(const std::string& digits) const { return before + digits + after; }
};

/// The unit in which the largest amount of a table, given in the scenario's unit, is neither long nor small.
[[nodiscard]] MoneyUnit money_unit(const run::Currency& currency, double largest, Language language);

/// An amount with the digits its error supports.
[[nodiscard]] std::string money(const run::Estimate& amount, const MoneyUnit& unit);

/// Its error, such as ± 120; empty where there is none.
[[nodiscard]] std::string money_error(const run::Estimate& amount, const MoneyUnit& unit);

/// An amount with the digits that the error of another supports, such as the end of its interval.
[[nodiscard]] std::string money(double amount, double error, const MoneyUnit& unit);

}  // namespace shanhai::memo
