#include "workbook/found_xlsx.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"
#include "core/width.hpp"
#include "memo/figures.hpp"
#include "memo/found_columns.hpp"
#include "workbook/found_about.hpp"
#include "workbook/workbook.hpp"

namespace shanhai::workbook {

namespace {

using Kind = memo::FoundColumn::Kind;

constexpr std::size_t widest = 40;

/// Decimals that leave the largest amount of a column some five digits.
int decimals_of(const store::Found& found, std::size_t place) {
  constexpr double most_digits = 4;
  double largest = 1;
  for (const std::vector<store::Cell>& row : found.rows) {
    if (const auto* value = std::get_if<double>(&row[place])) {
      largest = std::max(largest, std::abs(*value));
    }
  }
  return static_cast<int>(std::max(0.0, most_digits - std::floor(std::log10(largest))));
}

struct Shown {
  Look look;
  int decimals = 0;  ///< of the number format, for the width
};

Shown shown(const store::Found& found, std::size_t place, Kind kind) {
  switch (kind) {
    case Kind::chance:
      return {{.number = "0.0%"}, 1};
    case Kind::money:
    case Kind::number: {
      const int decimals = decimals_of(found, place);
      const std::string zeros(static_cast<std::size_t>(decimals), '0');
      return {{.number = "#,##0" + (zeros.empty() ? "" : '.' + zeros)}, decimals};
    }
    case Kind::text:
      return {{.number = "", .bold = false, .side = Side::left}, 0};
    default:
      return {};
  }
}

Look title_of(Kind kind) {
  return {.number = "", .bold = true, .side = kind == Kind::text ? Side::left : Side::right};
}

std::size_t width_of(const store::Cell& cell, const Shown& as) {
  constexpr std::size_t plain = 10;  // of a number without a format
  if (const auto* value = std::get_if<double>(&cell)) {
    return as.look.number.empty() ? plain : memo::figure(*value, as.decimals).size();
  }
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? 0 : display_width(*text);
}

void add_column(Workbook::Sheet& sheet, const store::Found& found, const memo::FoundColumn& column, std::size_t place) {
  constexpr std::size_t arrow = 3;  // of the filter
  constexpr std::size_t margin = 2;
  const Shown as = shown(found, place, column.kind);
  std::size_t width = display_width(column.name) + arrow;
  sheet.text(0, place, column.name, title_of(column.kind));
  for (std::size_t row = 0; row < found.rows.size(); ++row) {
    const store::Cell& cell = found.rows[row][place];
    if (const auto* value = std::get_if<double>(&cell)) {
      sheet.number(row + 1, place, *value, as.look);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
      sheet.text(row + 1, place, *text, as.look);
    }
    width = std::max(width, width_of(cell, as) + margin);
  }
  sheet.width(place, std::min(width, widest));
}

void add_results(Workbook& book, const store::Found& found, const std::vector<memo::FoundColumn>& columns) {
  constexpr std::size_t point_and_scheme = 2;
  Workbook::Sheet sheet = book.sheet("结果 results");
  for (std::size_t place = 0; place < columns.size(); ++place) {
    add_column(sheet, found, columns[place], place);
  }
  sheet.freeze(1, point_and_scheme);
  sheet.filter(found.rows.size(), columns.size());
  sheet.print_across();
}

}  // namespace

bool fits_a_sheet(const store::Found& found) noexcept {
  return found.rows.size() < Workbook::most_rows && found.columns.size() <= Workbook::most_columns;
}

std::variant<std::string, int> found_xlsx(const store::Reader& reader, const store::Found& found) {
  SHANHAI_EXPECT(fits_a_sheet(found));
  const std::vector<memo::FoundColumn> columns = memo::found_columns(reader.manifest(), found.columns);
  Workbook book;
  add_results(book, found, columns);
  add_about(book, reader, columns);
  add_source(book, reader.manifest());
  return book.bytes();
}

}  // namespace shanhai::workbook
