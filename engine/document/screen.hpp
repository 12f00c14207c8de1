#pragma once

#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "document/limits.hpp"

namespace shanhai::document {

/// Why a text is refused before it is parsed: its size, its encoding, hidden characters, tabs as indentation, and
/// directives other than a first `%YAML 1.2`. Empty when the parser may read it.
[[nodiscard]] std::vector<Diagnostic> screen(std::string_view text, const Limits& limits);

}  // namespace shanhai::document
