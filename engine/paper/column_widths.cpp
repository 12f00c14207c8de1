#include "paper/column_widths.hpp"

#include <algorithm>
#include <numeric>

#include "core/width.hpp"

namespace shanhai::paper {
namespace {

/// Of a column, in hundredths of the size of its text.
struct Need {
  int least = 0;  ///< its longest piece that should not be broken
  int whole = 0;  ///< its longest text
};

// A Chinese character is as wide as it is high, dashes and signs may be; digits take half of that in Times, more in the
// fonts that stand in for it.
constexpr int wide = 102;
constexpr int narrow = 64;
constexpr int mark = 34;
constexpr int chinese_least = 6 * wide;  // six characters read well below each other, single ones do not
constexpr int cell_margins = 190;        // 80 on each side, and room for lines
constexpr int most = 100'000;            // no sum of widths overflows

int width_of(char32_t code, std::string_view bytes) {
  constexpr char32_t signs = 0x2000;
  const std::size_t columns = display_width(bytes);
  const bool is_mark = code == U',' || code == U'.' || code == U' ';
  return columns == 0 ? 0 : columns == 2 || code >= signs ? wide : is_mark ? mark : narrow;
}

int whole_width(std::string_view text) {
  int width = 0;
  for_each_character(text, [&](Character character, std::string_view bytes) {
    width = std::min(width + width_of(character.code, bytes), most);
  });
  return width;
}

// A Chinese text may be broken almost anywhere, an English one between words.
int least_width(std::string_view text) {
  int longest = 0;
  int word = 0;
  int chinese = 0;
  for_each_character(text, [&](Character character, std::string_view bytes) {
    const int width = width_of(character.code, bytes);
    const bool is_chinese = display_width(bytes) == 2;
    chinese = is_chinese ? std::min(chinese + width, chinese_least) : chinese;
    word = is_chinese || character.code == U' ' ? 0 : std::min(word + width, most);
    longest = std::max({longest, word, chinese});
  });
  return longest;
}

std::vector<Need> needs(const Table& table) {
  std::vector<Need> all;
  for (const Table::Column& column : table.columns) {
    all.push_back({least_width(column.title), whole_width(column.title)});
  }
  for (const Table::Row& row : table.rows) {
    for (std::size_t i = 0; row.cells.size() > 1 && i < std::min(row.cells.size(), all.size()); ++i) {
      const std::string text = plain_text(row.cells[i]);
      const int whole = whole_width(text);
      all[i].least = std::max(all[i].least, table.columns[i].is_number ? whole : least_width(text));
      all[i].whole = std::max(all[i].whole, whole);
    }
  }
  return all;
}

// Half points are tenths of twentieths.
int twips(int width, int size) {
  return width * size / 10 + cell_margins;
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
      least.push_back(std::min(twips(need.least, sizes[i]), text_width / 2));  // leaves room for the others
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
