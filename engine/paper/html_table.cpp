#include "paper/html_table.hpp"

#include <fmt/format.h>

#include "paper/html_text.hpp"

namespace shanhai::paper {

namespace {

constexpr std::size_t many_columns = 6;
constexpr std::size_t very_many_columns = 9;
constexpr std::size_t many_rows = 24;  // more than that may not fit on what is left of a page

/// The words by which the style tells tables apart.
std::string kind_of(const Table& table) {
  std::string kind = "table";
  kind += table.columns.size() >= very_many_columns ? " dense" : table.columns.size() >= many_columns ? " close" : "";
  kind += table.rows.size() > many_rows ? " long" : "";
  return kind;
}

std::string_view side_of(const Table::Column& column) {
  return column.is_number ? R"( class="number")" : "";
}

std::string titles_html(const Table& table) {
  std::string cells;
  for (const Table::Column& column : table.columns) {
    cells += fmt::format(R"(<th scope="col"{}>{}</th>)", side_of(column), escaped(column.title));
  }
  return fmt::format("<thead><tr>{}</tr></thead>\n", cells);
}

std::string row_html(const Table& table, const Table::Row& row, Language language) {
  if (row.cells.size() == 1 && table.columns.size() > 1) {
    return fmt::format("<tr class=\"group\"><th colspan=\"{}\" scope=\"rowgroup\"><span>{}</span></th></tr>\n",
                       table.columns.size(),
                       line_html(row.cells.front(), language));
  }
  std::string cells;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Table::Column& column = table.columns[i];
    const std::string text = i < row.cells.size() ? line_html(row.cells[i], language) : "";
    cells += i == 0 && !column.is_number ? fmt::format(R"(<th scope="row">{}</th>)", text)
                                         : fmt::format("<td{}>{}</td>", side_of(column), text);
  }
  return fmt::format("<tr>{}</tr>\n", cells);
}

}  // namespace

std::string table_html(const Table& table, Language language, const std::string& id) {
  std::string rows;
  for (const Table::Row& row : table.rows) {
    rows += row_html(table, row, language);
  }
  return fmt::format(R"(<figure class="{0}">
<figcaption id="{1}">{2}</figcaption>
<div class="scroll" role="region" aria-labelledby="{1}" tabindex="0"><table>
{3}<tbody>
{4}</tbody></table></div>
{5}</figure>
)",
                     kind_of(table),
                     id,
                     escaped(table.caption),
                     titles_html(table),
                     rows,
                     note_html(table.note));
}

}  // namespace shanhai::paper
