#pragma once

#include <string>
#include <string_view>

namespace shanhai::paper {

/// A text as content or as an attribute of XML 1.0, that reads back as it was, line ends and tabs included. What XML
/// cannot hold (other controls, noncharacters, bytes that are not UTF-8) is left out.
/// @source W3C, Extensible Markup Language (XML) 1.0, fifth edition, 2.2
[[nodiscard]] std::string xml_text(std::string_view text);

/// The same of a text to be shown on one line: line ends and tabs are blanks, and characters that mislead a reader,
/// such as those that turn the direction of text, are left out.
[[nodiscard]] std::string xml_line(std::string_view text);

}  // namespace shanhai::paper
