#pragma once

#include <string>
#include <string_view>

#include "core/diagnostic.hpp"

namespace shanhai {

/// A line of a text and what is underlined below it.
struct Excerpt {
  std::string line;
  std::string marks;
};

/// The line of a place, clipped around it to what a reader sees at once, and a caret under the word that begins there.
/// Safe to print.
[[nodiscard]] Excerpt excerpt(std::string_view text, Place place);

}  // namespace shanhai
