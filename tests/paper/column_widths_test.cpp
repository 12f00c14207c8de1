#include "paper/column_widths.hpp"

#include <numeric>

#include <catch2/catch.hpp>

namespace shanhai::paper {
namespace {

constexpr int text_width = 8844;
const std::vector<int> sizes{21, 18, 15};

Table table_of(std::size_t numbers, const std::string& name, const std::string& number) {
  Table table{"", {{"一方", false}}, {{{{name}}}}, ""};
  table.rows.front().cells.resize(1);
  for (std::size_t i = 0; i < numbers; ++i) {
    table.columns.push_back({"值", true});
    table.rows.front().cells.push_back({number});
  }
  return table;
}

int sum(const std::vector<int>& widths) {
  return std::accumulate(widths.begin(), widths.end(), 0);
}

}  // namespace

TEST_CASE("Columns take the width of the text, and no more", "[paper][table]") {
  for (const std::size_t numbers : {1U, 4U, 8U, 40U}) {
    const ColumnWidths fit =
        column_widths(table_of(numbers, "海宁市（含经济开发区管委会）", "−1,234.5"), text_width, sizes);
    REQUIRE(fit.widths.size() == numbers + 1);
    CHECK(sum(fit.widths) <= text_width);
    CHECK(sum(fit.widths) > text_width - static_cast<int>(numbers) - 2);
  }
}

TEST_CASE("Text is made smaller before a number is broken", "[paper][table]") {
  CHECK(column_widths(table_of(4, "甲", "1,234.5"), text_width, sizes).size == 0);
  const ColumnWidths wide = column_widths(table_of(8, "海宁市经济开发区", "12,345"), text_width, sizes);
  CHECK(wide.size == 1);
  CHECK(wide.widths.back() >= 6 * 9 * 20 / 2);  // six digits of 9 pt
  CHECK(column_widths(table_of(40, "甲", "1,234.5"), text_width, sizes).size == 2);
}

TEST_CASE("A long name gives way to numbers, not they to it", "[paper][table]") {
  std::string name;
  for (int i = 0; i < 60; ++i) {
    name += "海";
  }
  const ColumnWidths fit = column_widths(table_of(3, name, "12,345.6"), text_width, sizes);
  CHECK(fit.size == 0);
  CHECK(fit.widths.back() >= 8 * 21 * 10 / 2);
  CHECK(fit.widths.front() > 3 * fit.widths.back());
}

TEST_CASE("A text without end leaves room for the other columns", "[paper][table]") {
  const ColumnWidths fit = column_widths(table_of(1, "海宁市经济开发区", std::string(5000, 'x')), text_width, sizes);
  CHECK(fit.widths.front() > text_width / 10);
}

TEST_CASE("A heading across all columns widens none", "[paper][table]") {
  Table table = table_of(2, "甲", "1.5");
  const std::vector<int> before = column_widths(table, text_width, sizes).widths;
  table.rows.push_back({{{"一个很长很长很长很长很长很长很长很长的标题"}}});
  CHECK(column_widths(table, text_width, sizes).widths == before);
}

}  // namespace shanhai::paper
