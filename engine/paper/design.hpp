#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "paper/package.hpp"

namespace shanhai::paper {

/// What a paragraph or a table is for.
enum class Role : std::uint8_t {
  body,
  title,
  subtitle,
  byline,
  chapter,
  section,
  bullet,
  numbered,
  caption,
  picture,
  note,
  cell,
  small_cell,
  tiny_cell,
  footer,
  table
};

inline constexpr std::size_t roles = 16;

/// Lengths of a page in twentieths of a point.
struct Page {
  int text_width = 0;
  int text_height = 0;
};

/// How a Word file looks: all of it but its text.
struct Design {
  std::vector<Part> parts;               ///< styles, settings, headers, footers …
  std::vector<Relation> relations;       ///< of the text to them
  std::array<std::string, roles> style;  ///< the id of the style of each role
  std::string numbering;                 ///< the part of lists that the text's own are added to
  std::string section;                   ///< the page: `w:sectPr`
  Page page;
  bool numbers_headings = false;  ///< its styles number chapters, which have numbers in their text

  [[nodiscard]] const std::string& of(Role role) const noexcept { return style[static_cast<std::size_t>(role)]; }
};

}  // namespace shanhai::paper
