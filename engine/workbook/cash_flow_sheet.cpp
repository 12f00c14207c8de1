#include "workbook/cash_flow_sheet.hpp"

#include <algorithm>
#include <cmath>

#include "memo/figures.hpp"

namespace shanhai::workbook {

namespace {

using Places = CashFlowPlaces;

constexpr std::size_t first_year = Places::first_year;

double factor_of(double rate, std::size_t year) {
  return std::pow(1 + rate, -static_cast<double>(year));
}

const std::vector<run::Estimate>& flows_of(const Briefing& briefing, std::size_t scheme, std::size_t party) {
  return briefing.outcome.schemes[scheme].parties[party].cash_flow.mean;
}

Block years_of(const Briefing& briefing, std::size_t row) {
  return {{row, first_year}, {row, first_year + briefing.years()}};
}

void add_rates(Workbook::Sheet& sheet, const Briefing& briefing, const Places& places) {
  const Look rate_look{.number = "0.00%", .dress = Dress::input};
  const Look factor_look{.number = "0.0000"};
  write_heads(sheet,
              {places.rates_head(), 0},
              {briefing.say({"一、折现系数", "1. Discount factors"}),
               briefing.say({"参与方", "Party"}),
               briefing.say({"折现率", "Discount rate"})},
              2,
              first_year + briefing.years() + 1);
  for (std::size_t p = 0; p < briefing.parties(); ++p) {
    const Place rate = places.rate(p);
    const double value = briefing.scenario.parties[p].discount_rate.value;
    sheet.text(rate.row, 1, briefing.party_name(p), label);
    sheet.number(rate.row, rate.column, value, rate_look);
    if (briefing.draws_rate(p)) {
      sheet.text(rate.row, rate.column + 1, briefing.say({"抽样，此为均值", "drawn; its mean"}), label);
    }
    for (std::size_t t = 0; t <= briefing.years(); ++t) {
      const Place year{Places::years_row + 1, first_year + t};
      sheet.formula({rate.row, first_year + t},
                    fmt::format("1/(1+{})^{}", fixed(rate), fixed(year)),
                    factor_of(value, t),
                    factor_look);
    }
  }
}

/// The engine's figure beside the formula's, and the difference where there should be none.
void add_check(Workbook::Sheet& sheet,
               const Briefing& briefing,
               const Place& npv,
               double formula,
               double engine,
               std::size_t party) {
  const Place engines{npv.row, npv.column + 1};
  const Place difference{npv.row, npv.column + 2};
  sheet.number(engines.row, engines.column, engine, briefing.amount());
  if (!briefing.follows_from_flows(party)) {
    sheet.text(difference.row, difference.column, briefing.say({"见下注", "see below"}), {.side = Side::right});
    return;
  }
  // Rounded to a millionth of the unit: beyond it there is only the rounding of two ways to add.
  constexpr double millionth = 1e6;
  sheet.formula(difference,
                fmt::format("ROUND({}-{},6)", reference(engines), reference(npv)),
                std::round((engine - formula) * millionth) / millionth + 0.0,
                briefing.amount());
  sheet.colour_what_differs({difference, difference});
}

void add_flows(Workbook::Sheet& sheet, const Briefing& briefing, const Places& places) {
  write_heads(sheet,
              {places.flows_head(), 0},
              {briefing.say({"二、现金流与净现值", "2. Cash flows and NPV"}),
               briefing.say({"参与方", "Party"}),
               briefing.say({"净现值（公式）", "NPV (formula)"}),
               briefing.say({"净现值（程序）", "NPV (engine)"}),
               briefing.say({"差额", "Difference"})},
              2,
              first_year + briefing.years() + 1);
  for (std::size_t s = 0; s < briefing.schemes(); ++s) {
    for (std::size_t p = 0; p < briefing.parties(); ++p) {
      const Place npv = places.npv(s, p);
      const std::vector<run::Estimate>& flows = flows_of(briefing, s, p);
      sheet.text(npv.row, 0, briefing.scheme_name(s), label);
      sheet.text(npv.row, 1, briefing.party_name(p), label);
      double worth = 0;
      for (std::size_t t = 0; t < flows.size(); ++t) {
        sheet.number(npv.row, first_year + t, flows[t].value, briefing.amount());
        worth += flows[t].value * factor_of(briefing.scenario.parties[p].discount_rate.value, t);
      }
      sheet.formula(npv,
                    fmt::format("SUMPRODUCT({},{})",
                                reference(years_of(briefing, npv.row)),
                                reference(years_of(briefing, places.rate(p).row))),
                    worth,
                    {.number = briefing.money, .bold = true});
      add_check(sheet, briefing, npv, worth, briefing.outcome.schemes[s].parties[p].npv.mean.value, p);
    }
  }
}

void add_notes(Workbook::Sheet& sheet, const Briefing& briefing, const Places& places) {
  const auto note = [&](std::size_t row, const std::string& text) {
    sheet.text(row, 0, text, label);
  };
  if (briefing.sharpened()) {
    note(
        places.notes(),
        briefing.say({"注：本次测算规定了精度，程序的净现值用控制变量法求得，比均值现金流折现更准，两者之差属抽样误差；"
                      "摘要采用程序的数。",
                      "Note: this run was made to a precision. The engine's NPVs use control variates and are sharper "
                      "than the discounted mean flows; the two differ by sampling error. The summary has the "
                      "engine's."}));
  }
  for (std::size_t p = 0; p < briefing.parties(); ++p) {
    if (briefing.draws_rate(p) && !briefing.sharpened()) {
      note(places.notes() + p,
           briefing.say({"注：{}的折现率在每种未来中各抽一次，净现值的均值不等于均值现金流按平均折现率折得的净现值；"
                         "摘要采用程序的数。",
                         "Note: the discount rate of {} is drawn anew in each future, so its mean NPV is not the NPV "
                         "of its mean flows at the mean rate. The summary has the engine's."},
                        briefing.party_name(p)));
    }
  }
}

void add_sums(Workbook::Sheet& sheet, const Briefing& briefing, const Places& places) {
  write_heads(sheet,
              {places.sums_head(), 0},
              {briefing.say({"三、累计现金流", "3. Cumulative cash flows"}), briefing.say({"参与方", "Party"})},
              2,
              first_year + briefing.years() + 1);
  for (std::size_t s = 0; s < briefing.schemes(); ++s) {
    for (std::size_t p = 0; p < briefing.parties(); ++p) {
      const Place flows = places.npv(s, p);
      const std::size_t row = places.sums_head() + flows.row - places.flows_head();
      sheet.text(row, 0, briefing.scheme_name(s), label);
      sheet.text(row, 1, briefing.party_name(p), label);
      double sum = 0;
      for (std::size_t t = 0; t <= briefing.years(); ++t) {
        sum += flows_of(briefing, s, p)[t].value;
        const std::string flow = reference(Place{flows.row, first_year + t});
        sheet.formula({row, first_year + t},
                      t == 0 ? flow : reference(Place{row, first_year + t - 1}) + '+' + flow,
                      sum,
                      briefing.amount());
      }
    }
  }
}

double largest_sum(const Briefing& briefing) {
  double most = 0;
  for (std::size_t s = 0; s < briefing.schemes(); ++s) {
    for (std::size_t p = 0; p < briefing.parties(); ++p) {
      double sum = 0;
      for (const run::Estimate& flow : flows_of(briefing, s, p)) {
        sum += flow.value;
        most = std::max({most, std::abs(sum), std::abs(flow.value)});
      }
    }
  }
  return most;
}

std::string explained(const Briefing& briefing) {
  const std::string flows = briefing.twin()
                                ? briefing.say({"没有风险的一种未来中各方历年现金流",
                                                "Each party's yearly cash flow in the one future without risk"})
                                : briefing.say({"各方历年现金流，为{}种未来的均值",
                                                "Each party's yearly cash flow, the mean over {} futures"},
                                               memo::figure(static_cast<double>(briefing.outcome.plan.paths), 0));
  return flows +
         briefing.say({"，单位：{}；t = 0 为签约时。黄底蓝字的折现率可以改动，折现系数、净现值、摘要及其图表随之重算。"
                       "差额为程序的数减公式的数，未改动时为 0。",
                       ", in {}; t = 0 is signing. The rates in blue may be changed: discount factors, NPVs, "
                       "the summary and its charts follow. The difference is the engine's figure less the "
                       "formula's: 0 until a rate is changed."},
                      briefing.unit);
}

}  // namespace

void add_cash_flows(Workbook& book, const Briefing& briefing) {
  constexpr std::size_t middle = 12;
  const std::size_t narrow = briefing.width_of(largest_sum(briefing));
  constexpr std::size_t last_of_note = 14;
  const Places places(briefing);
  Workbook::Sheet sheet = book.sheet(briefing.say(cash_flow_sheet));
  sheet.width(0, briefing.width_of_schemes());
  sheet.width(1, briefing.width_of_parties());
  for (std::size_t column = 2; column < first_year; ++column) {
    sheet.width(column, middle);
  }
  for (std::size_t t = 0; t <= briefing.years(); ++t) {
    sheet.width(first_year + t, narrow);
  }
  sheet.text(0, 0, briefing.say({"各方现金流与净现值", "Cash flows and net present values"}), title_look);
  sheet.note({{1, 0}, {1, last_of_note}}, explained(briefing));
  write_heads(sheet, {Places::years_row, 0}, {briefing.say({"年份", "Year"}), "", "", "", ""}, 2);
  write_heads(sheet, {Places::years_row + 1, 0}, {"t", "", "", "", ""}, 2);
  write_years(sheet, briefing, {Places::years_row, first_year}, 0);
  add_rates(sheet, briefing, places);
  add_flows(sheet, briefing, places);
  add_notes(sheet, briefing, places);
  add_sums(sheet, briefing, places);
  sheet.freeze(Places::years_row + 2, 2);
  sheet.print_across();
  sheet.repeat(Places::years_row + 2);
}

}  // namespace shanhai::workbook
