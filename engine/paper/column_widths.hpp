#pragma once

#include <vector>

#include "paper/paper.hpp"

namespace shanhai::paper {

/// How wide the columns of a table are, in twentieths of a point, and how large its text must be to fit.
struct ColumnWidths {
  std::size_t size = 0;  ///< which of the sizes offered
  std::vector<int> widths;
};

/// Shares out the width of a text among the columns of a table. Numbers and single words are not broken where the
/// smallest size allows; other texts are where they must.
/// @param sizes of the text in half points, the largest first; not empty
[[nodiscard]] ColumnWidths column_widths(const Table& table, int text_width, const std::vector<int>& sizes);

/// The text of a line without what its pieces are.
[[nodiscard]] std::string plain_text(const Line& line);

}  // namespace shanhai::paper
