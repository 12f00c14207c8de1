#include "memo/found.hpp"

#include <algorithm>
#include <array>

#include "core/say.hpp"
#include "memo/csv.hpp"
#include "memo/figures.hpp"
#include "memo/outcome_figures.hpp"
#include "memo/table.hpp"

namespace shanhai::memo {

namespace {

/// What a terminal has no room for; the CSV has it.
bool is_detail(const std::string& column) {
  constexpr std::array<std::string_view, 6> details{"npv_se_", "p_below_", "cvar05_", "payback_", "total_npv_", "nash"};
  constexpr std::array<std::string_view, 2> more{"jain", "ratio_change"};
  return std::ranges::any_of(details, [&](std::string_view one) { return column.starts_with(one); }) ||
         std::ranges::find(more, column) != more.end();
}

/// The error that stands beside a mean in the same row; 0 where none does.
double error_of(const store::Found& found, const std::vector<store::Cell>& row, const std::string& column) {
  const auto error =
      column.starts_with("npv_") ? std::ranges::find(found.columns, "npv_se_" + column.substr(4)) : found.columns.end();
  const auto* value = error == found.columns.end()
                          ? nullptr
                          : std::get_if<double>(&row[static_cast<std::size_t>(error - found.columns.begin())]);
  return value == nullptr ? 0 : *value;
}

std::string cell_text(const store::Found& found, const std::vector<store::Cell>& row, std::size_t place) {
  const std::string& column = found.columns[place];
  const auto* value = std::get_if<double>(&row[place]);
  if (value == nullptr) {
    const auto* text = std::get_if<std::string>(&row[place]);
    return text == nullptr ? "-" : *text;
  }
  if (is_chance(column)) {
    return percentage({*value, 0});
  }
  const double error = error_of(found, row, column);
  return error > 0 ? figure(*value, supported_decimals(error, 0)) : plain_number(*value);
}

std::string cell_csv(const store::Cell& cell) {
  if (const auto* value = std::get_if<double>(&cell)) {
    return csv_number(*value);
  }
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? "" : csv_text(*text);
}

/// The last key of a path, which says what an axis varies.
std::string short_name(const std::string& column) {
  return column.substr(column.rfind('.') + 1);
}

}  // namespace

std::string found_text(const store::Found& found) {
  std::vector<Table::Column> columns;
  std::vector<std::size_t> shown;
  for (std::size_t place = 0; place < found.columns.size(); ++place) {
    if (!is_detail(found.columns[place])) {
      columns.push_back({short_name(found.columns[place]), columns.empty() ? Align::left : Align::right});
      shown.push_back(place);
    }
  }
  Table table(std::move(columns));
  for (const std::vector<store::Cell>& row : found.rows) {
    std::vector<std::string> cells(shown.size());
    std::ranges::transform(shown, cells.begin(), [&](std::size_t place) { return cell_text(found, row, place); });
    table.row(std::move(cells));
  }
  return table.text();
}

std::string found_csv(const store::Found& found) {
  std::string text(byte_order_mark);
  const auto line = [&text](const auto& cells, const auto& written) {
    std::string_view comma;
    for (const auto& cell : cells) {
      text.append(comma).append(written(cell));
      comma = ",";
    }
    text += line_end;
  };
  line(found.columns, [](const std::string& column) { return csv_text(column); });
  for (const std::vector<store::Cell>& row : found.rows) {
    line(row, cell_csv);
  }
  return text;
}

}  // namespace shanhai::memo
