#include "workbook/records_sheet.hpp"

#include <algorithm>

namespace shanhai::workbook {

namespace {

constexpr std::size_t widest = 40;

void add_field(Workbook::Sheet& sheet, const Place& place, const memo::Field& field) {
  if (const auto* number = std::get_if<double>(&field)) {
    sheet.number(place.row, place.column, *number);
  } else if (const auto* text = std::get_if<std::string>(&field); text != nullptr && !text->empty()) {
    sheet.text(place.row, place.column, *text);
  }
}

std::size_t width_of(const memo::Field& field) {
  constexpr std::size_t of_number = 12;
  const auto* text = std::get_if<std::string>(&field);
  return text == nullptr ? of_number : display_width(*text);
}

}  // namespace

void add_records(Workbook& book, const std::string& name, const memo::Records& records) {
  constexpr std::size_t arrow_and_margin = 5;
  const std::size_t rows = std::min(records.rows.size(), Workbook::most_rows - 1);
  Workbook::Sheet sheet = book.sheet(name);
  for (std::size_t column = 0; column < records.titles.size(); ++column) {
    std::size_t width = display_width(records.titles[column]) + arrow_and_margin;
    sheet.text(0, column, records.titles[column], {.dress = Dress::head});
    for (std::size_t row = 0; row < rows; ++row) {
      const memo::Field& field = records.rows[row][column];
      add_field(sheet, {row + 1, column}, field);
      width = std::max(width, width_of(field) + 2);
    }
    sheet.width(column, std::min(width, widest));
  }
  sheet.freeze(1, 0);
  sheet.filter(rows, records.titles.size());
  sheet.print_across();
}

}  // namespace shanhai::workbook
