#pragma once

#include <nlohmann/json.hpp>  // JSON with keys in the order written

#include "core/text.hpp"

namespace shanhai::schema {

/// The JSON Schema (draft 07, which editors know best) of the scenario language, from the same lists of keys as the
/// reader; descriptions are in one language.
///
/// It never refuses a scenario that the reader accepts. It cannot see everything: that names refer to something, that
/// shares sum to 1, or the order of clauses are the reader's to judge.
[[nodiscard]] nlohmann::ordered_json schema(Language language);

}  // namespace shanhai::schema
