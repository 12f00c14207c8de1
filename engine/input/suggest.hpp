#pragma once

#include <span>
#include <string_view>

#include "core/text.hpp"

namespace shanhai::input {

/// Help for a name that is not known: the nearest of the known ones when it is near (Damerau-Levenshtein distance at
/// most a third of the name's characters, or 1), otherwise all of them when they are few, otherwise nothing.
[[nodiscard]] Text suggest(std::string_view name, std::span<const std::string_view> known);

}  // namespace shanhai::input
