#pragma once

#include <string>

#include "store/manifest.hpp"
#include "store/reader.hpp"

namespace shanhai::store {

/// A query in SQL, with two parameters: a scheme's id or NULL for all, and the most rows. Its texts have been judged.
[[nodiscard]] std::string query_text(const Query& query, const Manifest& manifest);

}  // namespace shanhai::store
