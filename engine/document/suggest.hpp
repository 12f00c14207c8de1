#pragma once

#include <span>
#include <string_view>

#include "core/text.hpp"

namespace shanhai::document {

/// The known name that was probably meant, the first of several: at a Damerau-Levenshtein distance of at most a third
/// of the name's characters, or 1; empty when none is that near.
[[nodiscard]] std::string_view nearest(std::string_view name, std::span<const std::string_view> known);

/// Help for a name that is not known: the nearest of the known ones, otherwise all of them when they are few, otherwise
/// nothing.
[[nodiscard]] Text suggest(std::string_view name, std::span<const std::string_view> known);

}  // namespace shanhai::document
