#pragma once

#include <vector>

#include "core/embedded.hpp"

namespace shanhai::briefing {

/// The string table, `phrases.yaml`.
[[nodiscard]] std::vector<Embedded> phrase_table();

}  // namespace shanhai::briefing
