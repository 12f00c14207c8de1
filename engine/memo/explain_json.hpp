#pragma once

#include <optional>

#include "memo/future.hpp"
#include "memo/json.hpp"

namespace shanhai::memo {

/// A future as JSON; all money is in the scenario's unit. With `only`, of the years that one alone.
///
/// - `scheme`: its id; `plan`: `seed`, `path`, `twin`; `drawn`: the uncertain numbers, by name.
/// - `years`: a list by t with `year`, `clock` (the contract's year, 0 before it begins), and from t = 1 `park`
/// (`firms`,
///   `arrivals`, `land`, `output`, where there is one), `revenue` by stream, `pool`, and `clauses` in order: `clause`,
///   `pool_before`, `pool_after`, `movements`.
/// - a movement: `account` `{zh, en}`, `party` (null outside the parties), `amount`.
/// - `cash_flow` of a year, by party: `parts` (`account`, `amount`) and their `total`.
/// - `value`, by party: `discount_rate`, `npv`.
[[nodiscard]] Json to_json(const Future& future, std::optional<std::size_t> only);

}  // namespace shanhai::memo
