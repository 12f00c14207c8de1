#pragma once

#include "memo/json.hpp"
#include "memo/spreads_text.hpp"

namespace shanhai::memo {

/// Sensitivity as JSON: beside `shanhai`, `scenario` and `plan` the `schemes`, by id, with their `parties`: `npv`,
/// `sd`, `numbers` (by name: the indices `first` and `total`, and `low` and `high`, the mean NPV at its ends), and
/// `fortune`.
[[nodiscard]] Json to_json(const run::Scenario& scenario, const run::Plan& plan, const Spreads& spreads);

}  // namespace shanhai::memo
