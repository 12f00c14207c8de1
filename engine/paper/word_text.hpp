#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "paper/paper.hpp"

namespace shanhai::paper {

/// The tag of the content control around the figure that is `number`-th in a text, counted from 1. The part with the
/// proof says what the figure is, under the same number: a tag holds no more than 64 characters.
[[nodiscard]] std::string figure_tag(std::size_t number);

/// The number in a tag; 0 where it is none of ours.
[[nodiscard]] std::size_t figure_number(std::string_view tag) noexcept;

/// What a reader sees above a figure that is touched: its address, cut to 64 characters.
[[nodiscard]] std::string figure_alias(std::string_view what);

/// How the text of a cell or a line is set.
struct Ink {
  Language language = Language::zh;
  bool is_bold = false;
};

/// The runs of a plain text.
[[nodiscard]] std::string run_xml(std::string_view text, Ink ink);

/// The runs of a line. Bound figures stand in content controls, and are added to `figures` in their order.
[[nodiscard]] std::string line_xml(const Line& line, Ink ink, std::vector<Bound>& figures);

/// A paragraph of a style. `properties` follow the style in its XML.
[[nodiscard]] std::string paragraph_xml(std::string_view style, std::string_view properties, std::string_view runs);

/// A property of a paragraph that is to stand on one page with the next.
inline constexpr std::string_view keep_next = "<w:keepNext/>";

}  // namespace shanhai::paper
