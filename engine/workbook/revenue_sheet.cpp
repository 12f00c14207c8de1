#include "workbook/revenue_sheet.hpp"

#include <algorithm>

namespace shanhai::workbook {

namespace {

constexpr std::size_t years_row = 2;
constexpr std::size_t first_row = 4;
constexpr std::size_t sum_column = 1;
constexpr std::size_t first_year = 2;

/// One level of government: its name, and how much of each stream it has by year.
struct Level {
  std::string name;
  std::vector<const std::vector<run::Estimate>*> streams;
};

std::vector<Level> levels_of(const Briefing& briefing, const std::vector<run::StreamOutcome>& streams) {
  std::vector<Level> levels{{briefing.say({"地方留成", "Retained locally"}), {}},
                            {briefing.say({"全口径收入", "Gross revenue"}), {}},
                            {briefing.say({"上划中央", "To the centre"}), {}},
                            {briefing.say({"上划省级", "To the province"}), {}}};
  for (const run::StreamOutcome& stream : streams) {
    levels[0].streams.push_back(&stream.local.mean);
    levels[1].streams.push_back(&stream.gross);
    levels[2].streams.push_back(&stream.central);
    levels[3].streams.push_back(&stream.province);
  }
  const auto has_none = [](const std::vector<run::Estimate>* years) {
    return std::ranges::all_of(*years, [](const run::Estimate& one) { return one.value == 0; });
  };
  const auto is_empty = [&](const Level& level) {
    return std::ranges::all_of(level.streams, has_none);
  };
  levels.erase(std::remove_if(levels.begin() + 1, levels.end(), is_empty), levels.end());
  return levels;
}

double sum_of(const Level& level, std::size_t year) {
  double sum = 0;
  for (const std::vector<run::Estimate>* years : level.streams) {
    sum += year < years->size() ? (*years)[year].value : 0;
  }
  return sum;
}

/// Writes a row of amounts and their sum.
void add_amounts(Workbook::Sheet& sheet,
                 const Briefing& briefing,
                 std::size_t row,
                 const std::vector<run::Estimate>& years) {
  double sum = 0;
  for (std::size_t t = 0; t < years.size(); ++t) {
    sheet.number(row, first_year + t, years[t].value, briefing.amount());
    sum += years[t].value;
  }
  if (!years.empty()) {
    const Block all{{row, first_year}, {row, first_year + years.size() - 1}};
    sheet.formula({row, sum_column}, fmt::format("SUM({})", reference(all)), sum, briefing.amount());
  }
}

/// Writes the sums of all streams below them.
void add_sums(Workbook::Sheet& sheet, const Briefing& briefing, const Level& level, std::size_t head) {
  const Look bold{.number = briefing.money, .bold = true};
  const std::size_t row = head + 1 + level.streams.size();
  double total = 0;
  sheet.text(row, 0, briefing.say({"合计", "Total"}), {.bold = true, .side = Side::left});
  const auto sum = [&](std::size_t column, double value) {
    const Block all{{head + 1, column}, {row - 1, column}};
    sheet.formula({row, column}, fmt::format("SUM({})", reference(all)), value, bold);
  };
  for (std::size_t t = 0; t < briefing.years(); ++t) {
    const double of_year = sum_of(level, t);
    sum(first_year + t, of_year);
    total += of_year;
  }
  sum(sum_column, total);
}

/// Writes a level and returns the row below.
std::size_t add_level(Workbook::Sheet& sheet, const Briefing& briefing, const Level& level, std::size_t head) {
  const auto names = briefing.scenario.streams();
  write_heads(
      sheet, {head, 0}, {level.name, briefing.say({"各年合计", "All years"})}, 1, first_year + briefing.years());
  for (std::size_t i = 0; i < level.streams.size(); ++i) {
    sheet.text(head + 1 + i, 0, names[i].second.in(briefing.language), label);
    add_amounts(sheet, briefing, head + 1 + i, *level.streams[i]);
  }
  add_sums(sheet, briefing, level, head);
  return head + level.streams.size() + 3;
}

/// Writes the chart of a level and returns the row below.
std::size_t add_chart(Workbook::Sheet& sheet,
                      const Briefing& briefing,
                      const std::string& title,
                      std::size_t head,
                      std::size_t streams,
                      std::size_t row) {
  constexpr std::size_t rows_of_chart = 24;
  const std::size_t last_year = first_year + briefing.years() - 1;
  NativeChart chart{.kind = NativeChart::Kind::stacked,
                    .title = title,
                    .number = "#,##0",
                    .sheet = briefing.say(revenue_sheet),
                    .categories = {{years_row, first_year}, {years_row, last_year}},
                    .width = 1200,
                    .height = 460};
  for (std::size_t i = 0; i < streams; ++i) {
    const std::size_t data = head + 1 + i;
    chart.series.push_back({{data, 0}, {{data, first_year}, {data, last_year}}});
  }
  sheet.chart({row, 0}, chart);
  return row + rows_of_chart;
}

/// The most that a year, and all together, come to at any level.
std::pair<double, double> largest(const Briefing& briefing) {
  std::pair<double, double> most;
  for (const std::vector<run::StreamOutcome>& streams : briefing.outcome.revenue) {
    for (const Level& level : levels_of(briefing, streams)) {
      double all = 0;
      for (std::size_t t = 0; t < briefing.years(); ++t) {
        const double of_year = sum_of(level, t);
        most.first = std::max(most.first, of_year);
        all += of_year;
      }
      most.second = std::max(most.second, all);
    }
  }
  return most;
}

void add_tables(Workbook::Sheet& sheet, const Briefing& briefing) {
  std::size_t row = first_row;
  for (std::size_t s = 0; s < briefing.outcome.revenue.size(); ++s) {
    std::string title =
        briefing.say({"地方留成收入（均值，{}）", "Revenue retained locally (mean, {})"}, briefing.unit);
    if (briefing.scenario.feedback) {
      title = briefing.say({"{}：{}", "{}: {}"}, briefing.scheme_name(s), title);
      sheet.text(row++, 0, briefing.scheme_name(s), title_look);
    }
    const std::vector<run::StreamOutcome>& streams = briefing.outcome.revenue[s];
    const std::size_t head = row;
    for (const Level& level : levels_of(briefing, streams)) {
      row = add_level(sheet, briefing, level, row);
    }
    if (s == 0) {
      sheet.new_page(row);
    }
    row = add_chart(sheet, briefing, title, head, streams.size(), row);
  }
}

}  // namespace

void add_revenue(Workbook& book, const Briefing& briefing) {
  const auto [of_year, of_all] = largest(briefing);
  Workbook::Sheet sheet = book.sheet(briefing.say(revenue_sheet));
  sheet.width(0, briefing.width_of_schemes());
  sheet.width(sum_column, briefing.width_of(of_all));
  for (std::size_t t = 0; t < briefing.years(); ++t) {
    sheet.width(first_year + t, briefing.width_of(of_year));
  }
  sheet.text(0, 0, briefing.say({"历年收入", "Revenue by year"}), title_look);
  sheet.text(1,
             0,
             briefing.say({"均值，当年价，不折现；单位：{}", "Means, in the money of each year, not discounted; in {}"},
                          briefing.unit),
             label);
  write_heads(sheet, {years_row, 0}, {briefing.say({"年份", "Year"}), ""}, 1);
  write_heads(sheet, {years_row + 1, 0}, {"t", ""}, 1);
  write_years(sheet, briefing, {years_row, first_year}, 1);
  add_tables(sheet, briefing);
  sheet.freeze(first_row, 2);
  sheet.print_across();
  sheet.repeat(first_row);
}

}  // namespace shanhai::workbook
