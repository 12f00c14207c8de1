#pragma once

#include "memo/json.hpp"
#include "memo/solved_text.hpp"

namespace shanhai::memo {

/// A search as JSON: `shanhai`, `scenario` (as of a run), `plan`, `scheme`, `figure`, `wanted` {relation, value},
/// `keys` {path: [from, to]}, `scan` (a list of {values, value, se}), `solutions` (the same with the errors of the
/// `values`, `met_beyond`, and the scheme's `acceptance` and `parties` {npv, p_below_reservation}).
[[nodiscard]] Json to_json(const SolvedPage& page);

}  // namespace shanhai::memo
