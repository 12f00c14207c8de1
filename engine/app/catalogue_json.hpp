#pragma once

#include "memo/json.hpp"

namespace shanhai::app {

/// The kinds (`key`, `summary`, `expands_to`, `split_by`, `split_required`) and the clauses (`key`, `name`, `summary`,
/// `keys`) as JSON. A key of a clause: `key`, `doc`, `form`, `required`, `choice`, `default` (null for none), and
/// `range`
/// `{low, high, low_open}` with null for an end that is open to all numbers.
[[nodiscard]] memo::Json catalogue_json();

}  // namespace shanhai::app
