#pragma once

#include <string>
#include <string_view>

#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

/// What our CSV files begin with, and how their lines end: as Excel wants them.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
inline constexpr std::string_view line_end = "\r\n";

/// A text as a field of CSV that no spreadsheet takes for a formula: always quoted, and with a leading ' where it
/// begins with a character that would start one (half or full width).
[[nodiscard]] std::string csv_text(std::string_view text);

/// A number as a field of CSV: the shortest that reads back as the same; empty when it is not finite.
[[nodiscard]] std::string csv_number(double value);

/// The records of the same names (records.hpp) as UTF-8 with a byte order mark, lines ended by CR LF.
[[nodiscard]] std::string outcomes_csv(const run::Scenario& scenario, const run::Outcome& outcome);
[[nodiscard]] std::string revenue_csv(const run::Scenario& scenario, const run::Outcome& outcome);
[[nodiscard]] std::string comparisons_csv(const run::Scenario& scenario, const run::Outcome& outcome);

}  // namespace shanhai::memo
