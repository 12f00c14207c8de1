#pragma once

#include "core/text.hpp"
#include "paper/design.hpp"

namespace shanhai::paper {

/// The look of a paper for which no institution gave its own: A4; in Chinese with the margins and the page numbers of
/// an official document, on the outer edges; in English with margins of an inch.
/// @source GB/T 9704-2012
[[nodiscard]] Design own_design(Language language);

/// Its settings alone.
[[nodiscard]] Part own_settings(Language language);

/// Where fonts may be called something else: 仿宋 for 仿宋_GB2312, as on machines that have only the one.
[[nodiscard]] Part own_fonts();

/// What the texts of Word are made of says so in these types of content.
[[nodiscard]] std::string word_type(std::string_view kind);

}  // namespace shanhai::paper
