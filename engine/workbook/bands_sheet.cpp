#include "workbook/bands_sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "memo/figures.hpp"

namespace shanhai::workbook {

namespace {

constexpr std::size_t years_row = 2;
constexpr std::size_t first_row = 4;
constexpr std::size_t first_year = 3;
constexpr std::size_t rows_of_chart = 15;

struct Statistic {
  Words name;
  std::vector<run::Estimate> run::Bands::*values = nullptr;
  NativeChart::Tone tone = NativeChart::Tone::own;
};

constexpr std::array statistics{Statistic{{"95%", "95%"}, &run::Bands::q95, NativeChart::Tone::edge},
                                Statistic{{"中位数", "Median"}, &run::Bands::q50, NativeChart::Tone::middle},
                                Statistic{{"5%", "5%"}, &run::Bands::q05, NativeChart::Tone::edge}};

const run::Bands& bands_of(const Briefing& briefing, std::size_t scheme, std::size_t party) {
  return briefing.outcome.schemes[scheme].parties[party].cash_flow;
}

std::size_t row_of(const Briefing& briefing, std::size_t scheme, std::size_t party, std::size_t statistic) {
  return first_row + (scheme * briefing.parties() + party) * statistics.size() + statistic;
}

void add_table(Workbook::Sheet& sheet, const Briefing& briefing) {
  for (std::size_t s = 0; s < briefing.schemes(); ++s) {
    for (std::size_t p = 0; p < briefing.parties(); ++p) {
      for (std::size_t i = 0; i < statistics.size(); ++i) {
        const std::size_t row = row_of(briefing, s, p, i);
        sheet.text(row, 0, briefing.scheme_name(s), label);
        sheet.text(row, 1, briefing.party_name(p), label);
        sheet.text(row, 2, briefing.say(statistics[i].name), label);
        const std::vector<run::Estimate>& values = bands_of(briefing, s, p).*statistics[i].values;
        for (std::size_t t = 0; t < values.size(); ++t) {
          sheet.number(row, first_year + t, values[t].value, briefing.amount());
        }
      }
    }
  }
}

double largest(const Briefing& briefing) {
  double most = 0;
  for (const run::SchemeOutcome& scheme : briefing.outcome.schemes) {
    for (const run::PartyOutcome& party : scheme.parties) {
      for (std::size_t t = 0; t < party.cash_flow.q05.size(); ++t) {
        most = std::max({most, std::abs(party.cash_flow.q05[t].value), std::abs(party.cash_flow.q95[t].value)});
      }
    }
  }
  return most;
}

/// A scale of round numbers on which all of a party's bands fit.
std::pair<double, double> scale_of(const Briefing& briefing, std::size_t party) {
  double low = 0;
  double high = 0;
  for (std::size_t s = 0; s < briefing.schemes(); ++s) {
    for (const run::Estimate& one : bands_of(briefing, s, party).q05) {
      low = std::min(low, one.value);
    }
    for (const run::Estimate& one : bands_of(briefing, s, party).q95) {
      high = std::max(high, one.value);
    }
  }
  if (!(high > low)) {
    return {0, 1};
  }
  constexpr double ten = 10;
  const double power = std::pow(ten, std::floor(std::log10(high - low)));
  const double step = power / ((high - low) / power < 2 ? 5 : (high - low) / power < 5 ? 2 : 1);
  return {std::floor(low / step) * step, std::ceil(high / step) * step};
}

/// How many schemes have their charts beside each other.
std::size_t schemes_in_a_row(const Briefing& briefing) {
  constexpr std::size_t most_charts = 4;
  return std::max<std::size_t>(1, most_charts / briefing.parties());
}

/// @param row  where the charts of all begin
void add_chart(Workbook::Sheet& sheet, const Briefing& briefing, std::size_t row, std::size_t s, std::size_t p) {
  constexpr double width = 380;
  constexpr double margin = 16;
  const std::size_t last_year = first_year + briefing.years();
  const auto [low, high] = scale_of(briefing, p);
  NativeChart chart{
      .kind = NativeChart::Kind::lines,
      .title = briefing.say({"{}：{}", "{}: {}"}, briefing.scheme_name(s), briefing.party_name(p)),
      .number = "#,##0",
      .sheet = briefing.say(bands_sheet),
      .categories = {{years_row, first_year}, {years_row, last_year}},
      .low = low,
      .high = high,
      .left = static_cast<double>((s % schemes_in_a_row(briefing)) * briefing.parties() + p) * (width + margin),
      .width = width};
  for (std::size_t i = 0; i < statistics.size(); ++i) {
    const std::size_t data = row_of(briefing, s, p, i);
    chart.series.push_back({{data, 2}, {{data, first_year}, {data, last_year}}, statistics[i].tone});
  }
  sheet.chart({row + s / schemes_in_a_row(briefing) * rows_of_chart, 0}, chart);
}

}  // namespace

void add_bands(Workbook& book, const Briefing& briefing) {
  constexpr std::size_t middle = 12;
  const std::size_t narrow = briefing.width_of(largest(briefing));
  constexpr std::size_t last_of_note = 14;
  Workbook::Sheet sheet = book.sheet(briefing.say(bands_sheet));
  sheet.width(0, briefing.width_of_schemes());
  sheet.width(1, briefing.width_of_parties());
  sheet.width(2, middle);
  for (std::size_t t = 0; t <= briefing.years(); ++t) {
    sheet.width(first_year + t, narrow);
  }
  sheet.text(0, 0, briefing.say({"各方历年现金流的分布区间", "Bands of the cash flows by year"}), title_look);
  sheet.note(
      {{1, 0}, {1, last_of_note}},
      briefing.say({"单位：{}。逐年而言，九成未来落在 5% 与 95% 两线之间；取自前{}种未来。同一参与方的图用同一刻度。",
                    "In {}. Each year by itself: nine futures in ten lie between the 5% and the 95% line; from "
                    "the first {} futures. Charts of one party share their scale."},
                   briefing.unit,
                   memo::figure(static_cast<double>(briefing.outcome.plan.band_paths), 0)));
  write_heads(
      sheet,
      {years_row, 0},
      {briefing.say({"方案", "Scheme"}), briefing.say({"参与方", "Party"}), briefing.say({"分位数", "Quantile"})},
      3);
  write_heads(sheet, {years_row + 1, 0}, {"", "", "t"}, 3);
  write_years(sheet, briefing, {years_row, first_year}, 0);
  add_table(sheet, briefing);
  const std::size_t charts = row_of(briefing, briefing.schemes(), 0, 0) + 1;
  for (std::size_t s = 0; s < briefing.schemes(); ++s) {
    for (std::size_t p = 0; p < briefing.parties(); ++p) {
      add_chart(sheet, briefing, charts, s, p);
    }
  }
  sheet.freeze(first_row, first_year);
  sheet.print_across();
  sheet.repeat(first_row);
  sheet.new_page(charts);
}

}  // namespace shanhai::workbook
