#include "memo/table.hpp"

#include <algorithm>
#include <numeric>

#include "core/contract.hpp"
#include "core/width.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

constexpr std::string_view indent = "  ";
constexpr std::string_view gap = "  ";

/// Where the whole number that a cell begins with ends.
std::size_t whole_part(const std::string& cell) {
  return std::min(cell.find_first_not_of("<>-0123456789,"), cell.size());
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::string labelled(std::string_view label, std::string_view text, std::size_t begin) {
  return wrapped(pad(label, begin, Side::left).append(text), page_width, begin);
}

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::row(std::vector<std::string> cells) {
  SHANHAI_EXPECT(cells.size() == columns_.size());
  lines_.push_back({std::move(cells), {}});
}

void Table::heading(std::string text) {
  lines_.push_back({{}, std::move(text)});
}

/// The lines with blanks after the numbers of a column, so that pushed to the right they stand in line.
std::vector<Table::Line> Table::aligned() const {
  std::vector<Line> lines = lines_;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (columns_[c].align != Align::number) {
      continue;
    }
    std::size_t longest = 0;
    const auto after = [c](const Line& line) {
      const std::string& cell = line.cells[c];
      return display_width(cell) - whole_part(cell);
    };
    for (const Line& line : lines) {
      longest = line.cells.empty() || whole_part(line.cells[c]) == 0 ? longest : std::max(longest, after(line));
    }
    for (Line& line : lines) {
      if (!line.cells.empty() && whole_part(line.cells[c]) > 0) {
        line.cells[c].append(longest - after(line), ' ');
      }
    }
  }
  return lines;
}

/// As wide as the widest cell, but the first column no wider than the page leaves it.
std::vector<std::size_t> Table::widths_of(const std::vector<Line>& lines, std::size_t columns) {
  constexpr std::size_t least = 8;
  std::vector<std::size_t> widths(columns);
  for (const Line& line : lines) {
    for (std::size_t c = 0; c < line.cells.size(); ++c) {
      widths[c] = std::max(widths[c], display_width(line.cells[c]));
    }
  }
  const std::size_t others =
      std::accumulate(widths.begin() + 1, widths.end(), indent.size() + gap.size() * (columns - 1));
  widths[0] = std::min(widths[0], std::max(others < page_width ? page_width - others : 0, least));
  return widths;
}

std::string Table::text() const {
  std::vector<Line> lines = aligned();
  const bool titled = std::any_of(columns_.begin(), columns_.end(), [](const Column& c) { return !c.title.empty(); });
  if (titled) {
    Line titles;
    std::transform(
        columns_.begin(), columns_.end(), std::back_inserter(titles.cells), [](const Column& c) { return c.title; });
    lines.insert(lines.begin(), std::move(titles));
  }
  const std::vector<std::size_t> widths = widths_of(lines, columns_.size());
  std::string text;
  for (const Line& line : lines) {
    std::string written(indent);
    written += clipped(line.heading, page_width - indent.size());
    for (std::size_t c = 0; c < line.cells.size(); ++c) {
      const Side side = columns_[c].align == Align::left ? Side::left : Side::right;
      written += pad(clipped(line.cells[c], widths[c]), widths[c], side);
      written += gap;
    }
    text += trimmed(std::move(written)) + '\n';
  }
  return text;
}

}  // namespace shanhai::memo
