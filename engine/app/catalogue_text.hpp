#pragma once

#include <string>

#include "core/text.hpp"

namespace shanhai::app {

/// The kinds and the clauses, with all their keys, as two columns.
[[nodiscard]] std::string catalogue_text(Language language);

}  // namespace shanhai::app
