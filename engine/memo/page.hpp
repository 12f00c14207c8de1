#pragma once

#include <string>

#include "memo/money.hpp"
#include "memo/run_view.hpp"

namespace shanhai::memo {

/// What every part of a report on a run is written from.
struct Page : RunView {
  MoneyUnit unit;  ///< of all its money
};

/// A year t as a person reads it: with its calendar year, such as 12 (2030).
[[nodiscard]] std::string year_and_date(const Page& page, int year);

}  // namespace shanhai::memo
