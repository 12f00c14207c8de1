#include "memo/realised_table.hpp"

#include <algorithm>
#include <cmath>

#include "memo/figures.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

constexpr std::size_t widest_name = 36;

double largest(const run::Scenario& scenario) {
  double most = 0;
  for (const run::Realised& figure : scenario.realised) {
    most = std::max(most, figure.quantity == run::Quantity::firms ? 0 : std::abs(figure.value));
  }
  return most;
}

/// The unit of all but counts, in brackets; nothing where there are only counts.
std::string unit_told(const Page& page, const MoneyUnit& unit) {
  const bool money = std::ranges::any_of(page.scenario.realised,
                                         [](const run::Realised& one) { return one.quantity != run::Quantity::firms; });
  return money ? page.say({"（{}）", " ({})"}, unit.name()) : "";
}

std::string years(const Page& page, const YearRange& range) {
  const run::Horizon& horizon = page.scenario.horizon;
  const int first = horizon.start + range.first - 1;
  const int last = horizon.start + std::min(range.last, horizon.years) - 1;
  return first == last ? fmt::format("{}", first) : fmt::format("{}-{}", first, last);
}

/// A row of the table: the cells that tell the simulation differ in the twin, which is one future.
std::vector<std::string> row_of(const Page& page, const MoneyUnit& unit, std::size_t place) {
  const run::Realised& of = page.scenario.realised[place];
  const run::RealisedOutcome& among = page.outcome.realised[place];
  const bool firms = of.quantity == run::Quantity::firms;
  const auto told = [&](const run::Estimate& one) {
    return firms ? figure(one.value, supported_decimals(one.error, 0)) : money(one, unit);
  };
  std::vector<std::string> row{
      clipped(of.name.in(page.language), widest_name), years(page, of.years), told({of.value, 0})};
  const std::vector<std::string> simulated = page.twin() ? std::vector{told(among.mean)}
                                                         : std::vector{told(among.q05),
                                                                       told(among.q50),
                                                                       told(among.q95),
                                                                       percentage(among.below),
                                                                       percentage_error(among.below)};
  row.insert(row.end(), simulated.begin(), simulated.end());
  return row;
}

std::vector<Table::Column> columns_of(const Page& page) {
  std::vector<Table::Column> columns{{page.say({"指标", "Figure"}), Align::left},
                                     {page.say({"年份", "Years"}), Align::right},
                                     {page.say({"实绩", "Realised"}), Align::number}};
  const std::vector<Table::Column> simulated =
      page.twin() ? std::vector<Table::Column>{{page.say({"无风险", "Without risk"}), Align::number}}
                  : std::vector<Table::Column>{{"5%", Align::number},
                                               {page.say({"中位数", "Median"}), Align::number},
                                               {"95%", Align::number},
                                               {page.say({"位置", "Position"}), Align::number},
                                               {page.say({"± 误差", "± error"}), Align::left}};
  columns.insert(columns.end(), simulated.begin(), simulated.end());
  return columns;
}

std::string title(const Page& page, const MoneyUnit& unit) {
  const std::string told = unit_told(page, unit);
  return page.twin()
             ? page.say({"实绩与无风险的预测{}", "Realised, and forecast without risk{}"}, told)
             : page.say({"实绩与模拟{}。位置：低于实绩的未来所占比例，接近 0 或 100% 说明测算偏乐观或偏保守",
                         "Realised and simulated{}. Position: the share of futures below what came true; near 0 the "
                         "scenario was too hopeful, near 100% too cautious"},
                        told);
}

}  // namespace

std::string realised_table(const Page& page) {
  if (page.outcome.realised.empty()) {
    return "";
  }
  const MoneyUnit unit = money_unit(page.scenario.currency, largest(page.scenario), page.language);
  Table table(columns_of(page));
  for (std::size_t place = 0; place < page.outcome.realised.size(); ++place) {
    table.row(row_of(page, unit, place));
  }
  return wrapped(title(page, unit), page_width, 0) + table.text();
}

}  // namespace shanhai::memo
