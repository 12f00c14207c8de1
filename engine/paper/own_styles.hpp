#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"
#include "paper/design.hpp"

namespace shanhai::paper {

/// The namespace of the texts of Word.
inline constexpr std::string_view word_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// What texts in Latin letters are spelt in; numbers in a Chinese text are not torn at a line's end by it.
inline constexpr std::string_view latin_language = "en-GB";

/// A style of ours.
struct OwnStyle {
  Role role = Role::body;
  std::string_view id;
  std::string_view name;   ///< as Word names it; the built-in names are English in every language
  std::string properties;  ///< what follows the name in its XML
};

/// The styles of a language: of `own_looks`, and of a table with three lines.
[[nodiscard]] std::vector<OwnStyle> own_styles(Language language);

/// One of them as XML, under an id, after the style it is based on.
[[nodiscard]] std::string style_xml(const OwnStyle& style, std::string_view id, std::string_view based_on);

/// All of them as a part, with the default of a document's texts.
[[nodiscard]] std::string own_style_sheet(Language language);

}  // namespace shanhai::paper
