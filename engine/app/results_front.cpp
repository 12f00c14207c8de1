#include "app/results_front.hpp"

#include <algorithm>
#include <limits>
#include <ostream>

#include "analysis/pareto.hpp"
#include "app/analysis_values.hpp"
#include "core/say.hpp"
#include "core/trimmed.hpp"
#include "core/width.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::app {

namespace {

/// The parts between commas that stand neither in parentheses nor in quotes.
std::vector<std::string> parts_of(std::string_view list) {
  constexpr std::string_view blanks = " \t\r\n";
  std::vector<std::string> parts;
  std::size_t begin = 0;
  int depth = 0;
  char quote = '\0';
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (quote != '\0') {
      quote = c == quote ? '\0' : quote;
    } else if (c == '\'' || c == '"' || c == '`') {
      quote = c;
    } else if (c == '(' || c == ')') {
      depth += c == '(' ? 1 : -1;
    } else if (c == ',' && depth == 0) {
      parts.emplace_back(trimmed(list.substr(begin, i - begin), blanks));
      begin = i + 1;
    }
  }
  parts.emplace_back(trimmed(list.substr(begin), blanks));
  return parts;
}

std::vector<std::string> objectives_of(const store::Reader& reader, const std::string& list) {
  if (list != "*") {
    return parts_of(list);
  }
  std::vector<std::string> all;
  for (std::size_t party = 0; party < reader.manifest().parties.size(); ++party) {
    all.push_back(reader.npv(party));
  }
  return all;
}

/// Keeps some rows, and of them the columns before `columns`.
void keep(store::Found& found, const std::vector<std::size_t>& rows, std::size_t columns) {
  std::vector<std::vector<store::Cell>> kept;
  for (const std::size_t row : rows) {
    kept.push_back(std::move(found.rows[row]));
    kept.back().resize(columns);
  }
  found.rows = std::move(kept);
  found.columns.resize(columns);
}

}  // namespace

store::OrRefusal<Front> front_of(const store::Reader& reader, store::Query query, const std::string& list) {
  Front front;
  front.objectives = objectives_of(reader, list);
  query.values = front.objectives;
  const std::uint64_t limit = query.limit.value_or(std::numeric_limits<std::uint64_t>::max());
  query.limit.reset();
  store::OrRefusal<store::Found> found = reader.ask(query);
  if (auto* refusal = std::get_if<store::Refusal>(&found)) {
    return std::move(*refusal);
  }
  front.found = std::get<store::Found>(std::move(found));
  const std::size_t columns = front.found.columns.size() - front.objectives.size();
  std::vector<double> table;
  for (const std::vector<store::Cell>& row : front.found.rows) {
    std::transform(row.begin() + static_cast<std::ptrdiff_t>(columns), row.end(), std::back_inserter(table), number_in);
  }
  std::vector<std::size_t> rows = analysis::pareto_front(table, front.objectives.size());
  front.of = front.found.rows.size();
  front.size = rows.size();
  rows.resize(std::min<std::uint64_t>(rows.size(), limit));
  front.shown = rows.size();
  keep(front.found, rows, columns);
  return front;
}

void tell_front(const Front& front, const Console& console) {
  const std::string objectives = printable(fmt::format("{}", fmt::join(front.objectives, ", ")));
  const Words some{
      "{1} 行中有 {2} 行在 {0} 的帕累托前沿上：其余每一行，都有别的行在这几项上都不差、至少一项更好",
      "{2} of {1} rows are on the Pareto front of {0}: for each of the rest there is a row that is no worse in "
      "any of these and better in one"};
  const Words all{"{1} 行都在 {0} 的帕累托前沿上：没有一行比另一行样样不差、至少一项更好",
                  "All {1} rows are on the Pareto front of {0}: no row is as good as another in all and better in one"};
  console.out << memo::wrapped(
      say(console.language, front.size == front.of ? all : some, objectives, front.of, front.size),
      memo::page_width,
      0);
  if (front.shown < front.size) {
    console.out << say(
        console.language,
        {"只列 {} 行；--limit 可多列，--csv 写出全部\n", "{} rows are shown; --limit shows more, --csv all\n"},
        front.shown);
  }
}

}  // namespace shanhai::app
