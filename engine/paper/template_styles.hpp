#pragma once

#include <array>
#include <string>

#include "core/text.hpp"
#include "paper/design.hpp"

namespace shanhai::paper {

/// A part of styles, and the id in it of the style of each role.
struct StyleSheet {
  std::string xml;
  std::array<std::string, roles> ids;
  bool numbers_headings = false;  ///< its styles of headings number them
};

/// The styles of an institution's file with those of ours that it lacks. Styles are known by their names: ids differ
/// from language to language. `part` without styles gives ours alone.
[[nodiscard]] StyleSheet style_sheet(const std::string& part, Language language);

}  // namespace shanhai::paper
