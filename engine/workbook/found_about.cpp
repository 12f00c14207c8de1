#include "workbook/found_about.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "memo/version.hpp"

namespace shanhai::workbook {

namespace {

constexpr std::size_t width = 40;
constexpr std::uint64_t most_failures = 1000;
const Look heading{.number = "", .bold = true};
const Look beside{.number = "", .bold = false, .side = Side::left};

/// Rows of a sheet of two columns, one below the other.
class List {
 public:
  explicit List(Workbook::Sheet sheet) : sheet_(sheet) {}

  void title(std::string_view text) { sheet_.text(row_++, 0, text, heading); }

  void text(std::string_view label, const Text& value) {
    sheet_.text(row_, 0, label);
    sheet_.text(row_, 1, value.zh, beside);
    sheet_.text(row_++, 2, value.zh == value.en ? "" : value.en, beside);
  }

  void text(std::string_view label, const std::string& value) { text(label, Text{value, value}); }

  void text(std::uint64_t number, const std::string& value) {
    sheet_.number(row_, 0, static_cast<double>(number), beside);
    sheet_.text(row_++, 1, value, beside);
  }

  void number(std::string_view label, std::uint64_t value) {
    sheet_.text(row_, 0, label);
    sheet_.number(row_++, 1, static_cast<double>(value), beside);
  }

 private:
  Workbook::Sheet sheet_;
  std::size_t row_ = 0;
};

void add_names(List& list, std::string_view title, const std::vector<store::Named>& many) {
  list.title(title);
  for (const store::Named& one : many) {
    list.text(one.id, one.name);
  }
}

void add_lines(Workbook& book, const std::string& name, std::string_view text) {
  Workbook::Sheet sheet = book.sheet(name);
  sheet.width(0, 3 * width);
  sheet.print_across();
  for (std::size_t row = 0; !text.empty() && row < Workbook::most_rows; ++row) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line(text.substr(0, end));
    std::ranges::replace(line, '\t', ' ');
    sheet.text(row, 0, line.ends_with('\r') ? std::string_view(line).substr(0, line.size() - 1) : line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

void add_about(Workbook& book, const store::Reader& reader, const std::vector<memo::FoundColumn>& columns) {
  Workbook::Sheet sheet = book.sheet("说明 about");
  sheet.width(0, width);
  sheet.width(1, 2 * width);
  sheet.width(2, 2 * width);
  sheet.print_across();
  List list(sheet);
  const store::Manifest& manifest = reader.manifest();
  list.title("山海 Shanhai");
  list.text("本文件由此版本写出 written by version", std::string(memo::version()));
  list.text("测算的版本 simulated by version", manifest.program);
  list.text("种子 seed", fmt::format("{}", manifest.seed));  // which may have more digits than a number of Excel's
  list.number("每点未来数 paths", manifest.paths);
  list.number("点 points", manifest.points);
  list.number("已完成 done", reader.counts().done);
  list.number("不成立 failed", reader.counts().failed);
  list.text("货币与单位 currency and unit", fmt::format("{} {}", manifest.unit, manifest.currency));
  list.title("列 columns");
  for (const memo::FoundColumn& column : columns) {
    list.text(column.name, column.meaning);
  }
  add_names(list, "方案 schemes", manifest.schemes);
  add_names(list, "参与方 parties", manifest.parties);
  if (reader.counts().failed > 0) {
    list.title("不成立的点 failed points");
  }
  for (const auto& [point, why] : reader.failures(most_failures)) {
    list.text(point, why);
  }
}

void add_source(Workbook& book, const store::Manifest& manifest) {
  add_lines(book, "基础方案 base", manifest.base);
  add_lines(book, "成批测算 sweep", manifest.sweep);
}

}  // namespace shanhai::workbook
