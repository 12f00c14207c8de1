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

/// All outcomes of schemes and parties, one number a row: scheme, party, metric, year, statistic, value, error, unit.
/// `party` is empty for the scheme as a whole, `year` (t, 0 is signing) for what is not by year; a year that never
/// comes has no value. UTF-8 with a byte order mark, lines ended by CR LF.
[[nodiscard]] std::string outcomes_csv(const run::Scenario& scenario, const run::Outcome& outcome);

/// Revenue by stream, level and year: scheme (empty when all see the same), stream, level, year, statistic, value,
/// error, unit.
[[nodiscard]] std::string revenue_csv(const run::Scenario& scenario, const run::Outcome& outcome);

/// Every pair of schemes for every party: a, b, party, statistic, value, error, unit.
[[nodiscard]] std::string comparisons_csv(const run::Scenario& scenario, const run::Outcome& outcome);

}  // namespace shanhai::memo
