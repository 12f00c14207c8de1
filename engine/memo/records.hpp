#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

/// A field of a record: nothing, a number or a text. A number that is not finite is nothing.
using Field = std::variant<std::monostate, double, std::string>;

/// A table for machines: each row has as many fields as there are titles.
struct Records {
  std::vector<std::string_view> titles;
  std::vector<std::vector<Field>> rows;
};

/// All outcomes of schemes and parties, one number a row: scheme, party, metric, year, statistic, value, error, unit.
/// `party` is empty for the scheme as a whole, `year` (t, 0 is signing) for what is not by year; a year that never
/// comes has no value.
[[nodiscard]] Records outcomes_records(const run::Scenario& scenario, const run::Outcome& outcome);

/// Revenue by stream, level and year: scheme (empty when all see the same), stream, level, year, statistic, value,
/// error, unit.
[[nodiscard]] Records revenue_records(const run::Scenario& scenario, const run::Outcome& outcome);

/// Every pair of schemes for every party: a, b, party, statistic, value, error, unit.
[[nodiscard]] Records comparisons_records(const run::Scenario& scenario, const run::Outcome& outcome);

}  // namespace shanhai::memo
