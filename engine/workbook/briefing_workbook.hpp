#pragma once

#include <string>
#include <variant>

#include "core/text.hpp"
#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::workbook {

/// A run as a workbook for Excel, or the errno of why none could be made. Its net present values are live formulas over
/// the mean cash flows and the discount rates, its charts Excel's own; the last sheets have every outcome as
/// memo/csv.hpp has it. A text of the scenario never becomes a formula. Equal calls give equal bytes.
/// @pre the plan was run in full
[[nodiscard]] std::variant<std::string, int> briefing_workbook(const run::Scenario& scenario,
                                                               const run::Outcome& outcome,
                                                               Language language);

}  // namespace shanhai::workbook
