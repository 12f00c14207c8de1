#pragma once

#include <string>
#include <string_view>

#include "paper/paper.hpp"

namespace shanhai::paper {

/// Any text on its way into HTML, between tags or between the quotes of an attribute: shown as it is, never obeyed.
/// Line ends and tabs become blanks, hidden characters are dropped, bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

/// A title, in which a line does not end within a short term in quotation marks, as it would anywhere in Chinese.
[[nodiscard]] std::string heading_html(std::string_view text);

/// A line with its bound figures, each of which says in the paper's language what it is where a mouse rests on it.
[[nodiscard]] std::string line_html(const Line& line, Language language);

/// What stands in small letters below a table or a picture; nothing for no text.
[[nodiscard]] std::string note_html(std::string_view text);

}  // namespace shanhai::paper
