#pragma once

#include "memo/json.hpp"
#include "memo/zone_text.hpp"

namespace shanhai::memo {

/// A zone of agreement as JSON: beside `shanhai`, `scenario` and `plan` the `scheme`, `axes` by name with their `keys`,
/// `base` and `map` (terms: `values` by axis, `acceptance`, and of each party `gain` and `accepts`), `nash` and
/// `kalai_smorodinsky` (a place in the map and the `interval` of each axis, or null), and by party the `concessions` to
/// the `chance`: `needed`, `terms` (a place in the map, or null), `won` and `cost_to_others`.
[[nodiscard]] Json to_json(const ZonePage& page);

}  // namespace shanhai::memo
