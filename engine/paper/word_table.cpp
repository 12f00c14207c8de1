#include "paper/word_table.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "paper/column_widths.hpp"
#include "paper/own_looks.hpp"
#include "paper/word_text.hpp"
#include "paper/xml_text.hpp"

namespace shanhai::paper {
namespace {

constexpr std::size_t short_table = 16;  // rows that need not be torn apart
constexpr std::string_view line_below =
    R"(<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>)";

/// What all cells of a table share.
struct Sheet {
  const Table* table;
  std::vector<int> widths;
  std::string style;
  Language language;
  bool is_short;
};

struct Cell {
  int width = 0;
  std::size_t columns = 1;
  std::string_view align = "left";
  std::string_view borders;
  std::string runs;
  bool keep = false;
};

std::string cell_xml(const Cell& cell, std::string_view style) {
  const std::string span = cell.columns > 1 ? fmt::format(R"(<w:gridSpan w:val="{}"/>)", cell.columns) : "";
  return fmt::format(
      R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>{}{}<w:vAlign w:val="center"/></w:tcPr>{}</w:tc>)",
      cell.width,
      span,
      cell.borders,
      paragraph_xml(style, fmt::format(R"({}<w:jc w:val="{}"/>)", cell.keep ? keep_next : "", cell.align), cell.runs));
}

std::string_view align_of(const Table::Column& column) {
  return column.is_number ? "right" : "left";
}

std::string title_row(const Sheet& sheet) {
  std::string xml = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
  for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
    const Table::Column& column = sheet.table->columns[i];
    xml += cell_xml(
        {sheet.widths[i], 1, align_of(column), line_below, run_xml(column.title, {sheet.language, true}), true},
        sheet.style);
  }
  return xml + "</w:tr>";
}

std::string heading_cell(const Sheet& sheet, const Line& line, std::vector<Bound>& figures) {
  const int width = std::accumulate(sheet.widths.begin(), sheet.widths.end(), 0);
  return cell_xml({width, sheet.widths.size(), "left", "", line_xml(line, {sheet.language, true}, figures), true},
                  sheet.style);
}

std::string row_xml(const Sheet& sheet, const Table::Row& row, bool keep, std::vector<Bound>& figures) {
  std::string xml = R"(<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="330"/></w:trPr>)";
  if (row.cells.size() == 1 && sheet.widths.size() > 1) {
    xml += heading_cell(sheet, row.cells.front(), figures);
  } else {
    for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
      const std::string runs = i < row.cells.size() ? line_xml(row.cells[i], {sheet.language}, figures) : "";
      xml += cell_xml({sheet.widths[i], 1, align_of(sheet.table->columns[i]), "", runs, keep}, sheet.style);
    }
  }
  return xml + "</w:tr>";
}

std::string grid(const Sheet& sheet, std::string_view style) {
  std::string xml =
      fmt::format(R"(<w:tbl><w:tblPr><w:tblStyle w:val="{}"/><w:tblW w:w="{}" w:type="dxa"/><w:jc w:val="center"/>)"
                  R"(<w:tblLayout w:type="fixed"/>)"
                  R"(<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>)"
                  R"(<w:tblLook w:val="0020"/></w:tblPr><w:tblGrid>)",
                  xml_text(style),
                  std::accumulate(sheet.widths.begin(), sheet.widths.end(), 0));
  for (const int width : sheet.widths) {
    xml += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
  }
  return xml + "</w:tblGrid>";
}

Sheet sheet_of(const Table& table, const Design& design, Language language) {
  constexpr std::array<Role, 3> sizes{Role::cell, Role::small_cell, Role::tiny_cell};
  std::vector<int> offered;
  for (const OwnLook& look : own_looks()) {
    if (std::ranges::find(sizes, look.role) != sizes.end()) {
      offered.push_back(language == Language::zh ? look.zh.size : look.en.size);
    }
  }
  ColumnWidths fit = column_widths(table, design.page.text_width, offered);
  return {&table, std::move(fit.widths), design.of(sizes.at(fit.size)), language, table.rows.size() <= short_table};
}

}  // namespace

std::string table_xml(const Table& table, const Design& design, Language language, std::vector<Bound>& figures) {
  const Ink ink{language};
  std::string xml = paragraph_xml(design.of(Role::caption), keep_next, run_xml(table.caption, ink));
  if (!table.columns.empty()) {
    const Sheet sheet = sheet_of(table, design, language);
    xml += grid(sheet, design.of(Role::table)) + title_row(sheet);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const bool is_last = i + 1 == table.rows.size();
      const bool keep = is_last ? !table.note.empty() : sheet.is_short;
      xml += row_xml(sheet, table.rows[i], keep, figures);
    }
    xml += "</w:tbl>";
  }
  // A table is never the last of a text, nor next to another.
  return xml + paragraph_xml(design.of(Role::note), "", table.note.empty() ? "" : run_xml(table.note, ink));
}

}  // namespace shanhai::paper
