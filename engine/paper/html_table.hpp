#pragma once

#include <string>

#include "paper/paper.hpp"

namespace shanhai::paper {

/// A table with its caption and its note.
/// @param id  of its caption, which no other element of the page has
[[nodiscard]] std::string table_html(const Table& table, Language language, const std::string& id);

}  // namespace shanhai::paper
