#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shanhai::memo {

/// The width of a page of text, in columns of a terminal.
inline constexpr std::size_t page_width = 100;

/// A label, and beside it from column `begin` on a text, broken there where it is long.
[[nodiscard]] std::string labelled(std::string_view label, std::string_view text, std::size_t begin);

/// How the cells of a column stand below each other.
enum class Align : std::uint8_t {
  left,
  right,
  number,  ///< with the ends of the whole numbers in line, so that decimal places show as lengths
};

/// A table without lines, for a terminal: columns as wide as their widest cell, Chinese characters counting two. Where
/// that is wider than a page, the first column is clipped.
class Table {
 public:
  struct Column {
    std::string title;
    Align align = Align::left;
  };

  explicit Table(std::vector<Column> columns);

  /// @pre as many cells as columns
  void row(std::vector<std::string> cells);

  /// A line across all columns, above the rows it heads.
  void heading(std::string text);

  /// The lines, indented by two blanks, each ended; no titles when all are empty.
  [[nodiscard]] std::string text() const;

 private:
  struct Line {
    std::vector<std::string> cells;
    std::string heading;  // instead of cells
  };

  [[nodiscard]] std::vector<Line> aligned() const;
  [[nodiscard]] static std::vector<std::size_t> widths_of(const std::vector<Line>& lines, std::size_t columns);

  std::vector<Column> columns_;
  std::vector<Line> lines_;
};

}  // namespace shanhai::memo
