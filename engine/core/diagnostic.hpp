#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/text.hpp"

namespace shanhai {

/// A place in a file; line and column count characters from 1; line 0 means the file as a whole.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;
  bool operator==(const Place&) const = default;
};

/// One fault of the user's input.
struct Diagnostic {
  Place place;
  std::string path;  ///< the key's path, as in a source list or a sweep axis; empty for the whole file
  Text message;      ///< what was expected and what was found
  Text help;         ///< empty when there is nothing to add
};

/// All faults of one file, in the order of their places, as text for a person: place, path, message, the line, a caret.
[[nodiscard]] std::string render(const std::vector<Diagnostic>& diagnostics,
                                 const std::string& file,
                                 const std::string& text,
                                 Language language);

}  // namespace shanhai
