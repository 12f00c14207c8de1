#pragma once

#include "memo/json.hpp"
#include "store/reader.hpp"

namespace shanhai::memo {

/// What was found in a store as JSON. Names never change their meaning within a version of the program; new ones may be
/// added.
///
/// - `shanhai`: the version of the program.
/// - `store`: what it is the result of: `program` (the version that began it), `seed`, `paths`; `points` in all, of
/// which
///   `done` have an outcome and `failed` a reason instead; `failures`, each `{point, reason}`; `axes`, each
///   `{name, keys}`; the names of `schemes` and `parties` by id, each `{zh, en}`; `currency` `{code, unit}`: all money
///   is in that unit.
/// - `rows`: one a point and scheme, in the order asked for, each with the columns that docs/store.md describes by
///   name; null for nothing.
[[nodiscard]] Json found_json(const store::Reader& reader, const store::Found& found);

}  // namespace shanhai::memo
