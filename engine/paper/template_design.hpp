#pragma once

#include <string_view>
#include <variant>

#include "core/text.hpp"
#include "paper/design.hpp"

namespace shanhai::paper {

/// The look of an institution's Word file: its styles, theme, fonts, lists, page, headers and footers, and of its
/// settings those that concern the look. Our roles take its styles by their names (Title, heading 1, Body Text,
/// caption, Table Grid …); what it lacks is added. Its text, macros, embedded objects and whatever points out of the
/// file are left behind.
/// @returns the design, or why the file is no template
[[nodiscard]] std::variant<Design, Text> template_design(std::string_view bytes, Language language);

}  // namespace shanhai::paper
