#include "workbook/summary_sheet.hpp"

#include "memo/figures.hpp"
#include "memo/version.hpp"
#include "workbook/cash_flow_sheet.hpp"
#include "workbook/summary_detail.hpp"

namespace shanhai::workbook {

namespace {

constexpr std::size_t table_row = 9;
constexpr std::size_t rows_of_charts = 17;

void add_facts(Workbook::Sheet& sheet, const Briefing& briefing) {
  const run::Horizon& horizon = briefing.scenario.horizon;
  std::size_t row = 1;
  const auto fact = [&](Words name, const std::string& value) {
    sheet.text(row, 0, briefing.say(name), label);
    sheet.text(row++, 1, value, label);
  };
  sheet.text(0, 0, briefing.scenario.title.in(briefing.language), title_look);
  fact({"金额单位", "Amounts in"}, briefing.unit);
  fact({"测算期", "Horizon"},
       briefing.say(
           {"{}—{}年，共{}年", "{} to {}, {} years"}, horizon.start, horizon.start + horizon.years - 1, horizon.years));
  fact({"模拟的未来数", "Futures simulated"},
       briefing.twin() ? briefing.say({"1（没有风险的一种）", "1 (the one without risk)"})
                       : memo::figure(static_cast<double>(briefing.outcome.plan.paths), 0));
  fact({"随机种子", "Seed"}, fmt::format("{}", briefing.outcome.plan.seed));
  fact({"情景指纹", "Hash of the scenario"}, briefing.scenario.hash);
  fact({"程序版本", "Version of Shanhai"}, std::string(memo::version()));
}

std::vector<std::string> heads_of(const Briefing& briefing) {
  std::vector<std::string> heads{briefing.say({"方案", "Scheme"})};
  for (std::size_t p = 0; p < briefing.parties(); ++p) {
    heads.push_back(briefing.party_name(p));
  }
  heads.insert(heads.end(),
               {briefing.say({"合计", "Total"}),
                briefing.say({"都能接受的概率", "Chance that all accept"}),
                briefing.say({"± 误差", "± error"}),
                briefing.say({"均衡度", "Evenness"}),
                briefing.say({"人均财力比变化百分点", "Change of ratio per head, points"})});
  return heads;
}

void add_mean(Workbook::Sheet& sheet, const Briefing& briefing, const Place& place, std::size_t s, std::size_t p) {
  const double mean = briefing.outcome.schemes[s].parties[p].npv.mean.value;
  if (briefing.follows_from_flows(p)) {
    sheet.formula(place,
                  in_sheet(briefing.say(cash_flow_sheet), reference(CashFlowPlaces(briefing).npv(s, p))),
                  mean,
                  briefing.amount());
  } else {
    sheet.number(place.row, place.column, mean, briefing.amount());
  }
}

void add_schemes(Workbook::Sheet& sheet, const Briefing& briefing) {
  const Look two_decimals{.number = "0.00"};
  const std::size_t parties = briefing.parties();
  sheet.text(table_row - 1,
             0,
             briefing.say({"各方净现值均值（{}）与方案整体", "Mean NPV of each party ({}), and each scheme as a whole"},
                          briefing.unit),
             caption);
  write_heads(sheet, {table_row, 0}, heads_of(briefing), 1);
  for (std::size_t s = 0; s < briefing.schemes(); ++s) {
    const run::SchemeOutcome& scheme = briefing.outcome.schemes[s];
    const std::size_t row = table_row + 1 + s;
    sheet.text(row, 0, briefing.scheme_name(s), label);
    for (std::size_t p = 0; p < parties; ++p) {
      add_mean(sheet, briefing, {row, 1 + p}, s, p);
    }
    sheet.formula({row, 1 + parties},
                  fmt::format("SUM({})", reference(Block{{row, 1}, {row, parties}})),
                  scheme.total_npv.mean.value,
                  briefing.amount());
    sheet.number(row, 2 + parties, scheme.acceptance.value, percent);
    sheet.number(row, 3 + parties, scheme.acceptance.error, {.number = "0.00%"});
    if (scheme.jain) {
      sheet.number(row, 4 + parties, scheme.jain->value, two_decimals);
    }
    if (scheme.ratio_change) {
      sheet.number(row, 5 + parties, scheme.ratio_change->value, two_decimals);
    }
  }
}

void add_charts(Workbook::Sheet& sheet, const Briefing& briefing, std::size_t row) {
  constexpr double width = 560;
  constexpr double height = 320;
  constexpr double margin = 20;
  const std::size_t last = table_row + briefing.schemes();
  NativeChart means{.title = briefing.say({"各方净现值均值（{}）", "Mean NPV of each party ({})"}, briefing.unit),
                    .number = "#,##0",
                    .sheet = briefing.say(summary_sheet),
                    .categories = {{table_row + 1, 0}, {last, 0}},
                    .width = width,
                    .height = height};
  for (std::size_t p = 0; p < briefing.parties(); ++p) {
    NativeChart::Series& one = means.series.emplace_back();
    one.name = {table_row, 1 + p};
    one.values = {{table_row + 1, 1 + p}, {last, 1 + p}};
    for (const run::SchemeOutcome& scheme : briefing.outcome.schemes) {
      one.results.push_back(scheme.parties[p].npv.mean.value);
    }
  }
  sheet.chart({row, 0}, means);
  NativeChart chance = means;
  const std::size_t column = 2 + briefing.parties();
  chance.title = briefing.say({"各方都能接受的概率", "Chance that all parties accept"});
  chance.number = "0%";
  chance.low = 0;
  chance.high = 1;
  chance.left = width + margin;
  chance.series = {{{table_row, column}, {{table_row + 1, column}, {last, column}}}};
  sheet.chart({row, 0}, chance);
}

std::string explained(const Briefing& briefing) {
  const std::string flows = briefing.say(cash_flow_sheet);
  std::string text =
      briefing.say({"净现值均值与合计是公式，取自“{}”，在那里改动折现率，本表与图随之重算。概率、误差、分位数、均衡度、"
                    "回本年份由模拟得出，不随之变动，须用程序重新测算。",
                    "Mean NPVs and totals are formulas over the sheet “{}”: change a discount rate there, and "
                    "this table and its chart follow. Chances, errors, quantiles, evenness and paybacks come "
                    "from the simulation and do not; they take a new run."},
                   flows);
  for (std::size_t p = 0; p < briefing.parties(); ++p) {
    if (!briefing.follows_from_flows(p)) {
      text +=
          briefing.say({"例外：{}的净现值均值是程序的数，不是公式，缘由见“{}”。",
                        " The exception: the mean NPV of {} is the engine's, no formula, for a reason told in “{}”."},
                       briefing.party_name(p),
                       flows);
    }
  }
  return text;
}

}  // namespace

void add_summary(Workbook& book, const Briefing& briefing) {
  const std::size_t wide = briefing.width_of_schemes();
  constexpr std::size_t narrow = 14;
  constexpr std::size_t columns = 10;
  Workbook::Sheet sheet = book.sheet(briefing.say(summary_sheet));
  sheet.width(0, wide);
  for (std::size_t column = 1; column < std::max(columns, briefing.parties() + 6); ++column) {
    sheet.width(column, narrow);
  }
  add_facts(sheet, briefing);
  add_schemes(sheet, briefing);
  const std::size_t note = table_row + briefing.schemes() + 2;
  sheet.note({{note, 0}, {note, columns - 1}}, explained(briefing));
  add_charts(sheet, briefing, note + 2);
  add_detail(sheet, briefing, note + 2 + rows_of_charts);
  sheet.freeze(1, 1);
  sheet.print_across();
}

}  // namespace shanhai::workbook
