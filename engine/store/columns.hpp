#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "run/outcome.hpp"

namespace shanhai::store {

/// A column of a table of outcomes, and where it stands in an outcome. NaN is nothing: NULL in the table.
template <class Outcome>
struct Column {
  std::string_view name;
  bool is_whole = false;  ///< a year; else a real number
  std::function<double(const Outcome&)> get;
  std::function<void(Outcome&, double)> set;
};

/// All that a store keeps of a scheme's outcome besides its parties, in the order of the table.
[[nodiscard]] std::vector<Column<run::SchemeOutcome>> scheme_columns();

/// All that a store keeps of a party's outcome.
[[nodiscard]] std::vector<Column<run::PartyOutcome>> party_columns();

}  // namespace shanhai::store
