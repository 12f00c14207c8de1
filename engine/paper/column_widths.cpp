#include "paper/column_widths.hpp"

#include <algorithm>
#include <numeric>

#include "core/width.hpp"

namespace shanhai::paper {
namespace {

/// Of a column, in columns of a terminal: half of a Chinese character each.
struct Need {
  std::size_t least = 0;  ///< its longest piece that should not be broken
  std::size_t whole = 0;  ///< its longest text
};

constexpr std::size_t chinese_least = 8;  // four characters read well below each other, single ones do not
constexpr int cell_margins = 190;

// A Chinese text may be broken almost anywhere, an English one between words.
std::size_t least_width(std::string_view text) {
  std::size_t longest = 0;
  std::size_t word = 0;
  std::size_t chinese = 0;
  for_each_character(text, [&](Character character, std::string_view bytes) {
    const std::size_t width = display_width(bytes);
    const bool breaks = width == 2 || character.code == U' ';
    chinese = width == 2 ? std::min(chinese + 2, chinese_least) : chinese;
    word = breaks ? 0 : word + width;
    longest = std::max({longest, word, chinese});
  });
  return longest;
}

std::vector<Need> needs(const Table& table) {
  std::vector<Need> all;
  for (const Table::Column& column : table.columns) {
    all.push_back({least_width(column.title), display_width(column.title)});
  }
  for (const Table::Row& row : table.rows) {
    for (std::size_t i = 0; row.cells.size() > 1 && i < std::min(row.cells.size(), all.size()); ++i) {
      const std::string text = plain_text(row.cells[i]);
      const std::size_t whole = display_width(text);
      all[i].least = std::max(all[i].least, table.columns[i].is_number ? whole : least_width(text));
      all[i].whole = std::max(all[i].whole, whole);
    }
  }
  return all;
}

// A letter or a digit of a serif takes half of its size at most, on average; half points are tenths of twentieths.
int twips(std::size_t columns, int size) {
  return static_cast<int>(std::min<std::size_t>(columns, 1000)) * size * 53 / 10 + cell_margins;
}

// Between what every column must have and what it would like; beyond that, in proportion.
std::vector<int> shared_out(const std::vector<int>& least, const std::vector<int>& whole, int width) {
  const auto sum = [](const std::vector<int>& all) {
    return std::max(1, std::accumulate(all.begin(), all.end(), 0));
  };
  const int low = sum(least);
  const int high = sum(whole);
  std::vector<int> widths;
  for (std::size_t i = 0; i < least.size(); ++i) {
    const double t = static_cast<double>(width - low) / std::max(1, high - low);
    const double between = least[i] + t * (whole[i] - least[i]);
    const std::vector<int>& all = width < low ? least : whole;
    const double scaled = static_cast<double>(all[i]) * width / sum(all);
    widths.push_back(static_cast<int>(low <= width && width < high ? between : scaled));
  }
  return widths;
}

}  // namespace

std::string plain_text(const Line& line) {
  struct Plain {
    const std::string& operator()(const std::string& text) const { return text; }

    const std::string& operator()(const Strong& strong) const { return strong.text; }

    const std::string& operator()(const Bound& figure) const { return figure.shown; }
  };

  std::string text;
  for (const Piece& piece : line) {
    text += std::visit(Plain{}, piece);
  }
  return text;
}

ColumnWidths column_widths(const Table& table, int text_width, const std::vector<int>& sizes) {
  const std::vector<Need> all = needs(table);
  ColumnWidths result;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    std::vector<int> least;
    std::vector<int> whole;
    for (const Need& need : all) {
      least.push_back(twips(need.least, sizes[i]));
      whole.push_back(twips(need.whole, sizes[i]));
    }
    result = {i, shared_out(least, whole, text_width)};
    if (std::accumulate(least.begin(), least.end(), 0) <= text_width) {
      break;
    }
  }
  return result;
}

}  // namespace shanhai::paper
