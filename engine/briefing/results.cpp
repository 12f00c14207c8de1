#include <algorithm>
#include <array>

#include "briefing/chapters.hpp"
#include "core/say.hpp"
#include "memo/figures.hpp"
#include "memo/preference.hpp"

namespace shanhai::briefing {
namespace {

using paper::Line;
using paper::Table;

/// The years that tables show, as far as the horizon reaches.
std::vector<int> shown_years(int last) {
  std::vector<int> years;
  for (const int year : {1, 3, 5, 10, 20}) {
    if (year < last) {
      years.push_back(year);
    }
  }
  years.push_back(last);
  return years;
}

std::string year_label(const Writer& writer, int year) {
  return writer.text(
      "year_label",
      {{"year", std::to_string(year)}, {"calendar", std::to_string(writer.scenario().horizon.start + year - 1)}});
}

/// Years 1..T, or from 0, as labels of an axis.
std::vector<std::string> year_axis(int first, int last) {
  std::vector<std::string> labels;
  for (int year = first; year <= last; ++year) {
    labels.push_back(std::to_string(year));
  }
  return labels;
}

const std::vector<run::StreamOutcome>& streams_of(const Writer& writer) {
  return writer.outcome().revenue[writer.scenario().feedback ? writer.of().best() : 0];
}

std::vector<double> in_unit(const Writer& writer, const std::vector<run::Estimate>& amounts) {
  std::vector<double> values(amounts.size());
  std::ranges::transform(
      amounts, values.begin(), [&](const run::Estimate& amount) { return amount.value / writer.unit().size; });
  return values;
}

void revenue(Writer& writer) {
  writer.section("section_revenue");
  const std::vector<run::StreamOutcome>& streams = streams_of(writer);
  Table table{
      writer.text("revenue_caption", {{"unit", writer.unit().name()}}), {{writer.text("column_year"), false}}, {}, {}};
  chart::Areas areas{year_axis(1, writer.scenario().horizon.years), {}, writer.unit().name()};
  const auto names = writer.scenario().streams();
  for (std::size_t stream = 0; stream < streams.size(); ++stream) {
    const std::string& name = names[stream].second.in(writer.language());
    table.columns.push_back({name.empty() ? streams[stream].id : name, true});
    areas.series.push_back({table.columns.back().title, in_unit(writer, streams[stream].local.mean)});
  }
  for (const int year : shown_years(writer.scenario().horizon.years)) {
    Table::Row row{{cell(year_label(writer, year))}};
    for (const run::StreamOutcome& stream : streams) {
      const std::string what = fmt::format("revenue/{}/mean/{}", stream.id, year - 1);
      row.cells.push_back(cell(writer.digits(stream.local.mean[static_cast<std::size_t>(year - 1)], what)));
    }
    table.rows.push_back(std::move(row));
  }
  writer.table(std::move(table));
  writer.picture(
      std::move(areas), writer.text("revenue_picture", {{"unit", writer.unit().name()}}), "revenue_picture_text");
}

paper::Piece payback(const Writer& writer, const run::YearSpread& spread) {
  if (!spread.q50) {
    return writer.text("never");
  }
  return *spread.q50 == 0 ? writer.text("at_once") : year_label(writer, *spread.q50);
}

Table npv_table(const Writer& writer) {
  Table table{writer.text("npv_caption", {{"unit", writer.unit().name()}}),
              {{writer.text("column_party"), false}},
              {},
              writer.text("npv_note")};
  for (const std::string_view title :
       {"column_base", "column_error", "column_low", "column_high", "column_loss", "column_below", "column_payback"}) {
    table.columns.push_back({writer.text(title), true});
  }
  for (std::size_t s = 0; s < writer.outcome().schemes.size(); ++s) {
    table.rows.push_back({{cell(paper::Strong{writer.scheme(s)})}});
    for (std::size_t p = 0; p < writer.scenario().parties.size(); ++p) {
      const run::PartyOutcome& party = writer.outcome().schemes[s].parties[p];
      table.rows.push_back({{cell(writer.party(p)),
                             cell(writer.digits(party.npv.mean, writer.at(s, p, "npv/mean"))),
                             cell(memo::money_error(party.npv.mean, writer.unit())),
                             cell(writer.digits(party.npv.q05, writer.at(s, p, "npv/q05"))),
                             cell(writer.digits(party.npv.q95, writer.at(s, p, "npv/q95"))),
                             cell(writer.share(party.p_negative, writer.at(s, p, "npv/p_negative"))),
                             cell(writer.share(party.p_below_reservation, writer.at(s, p, "npv/p_below_reservation"))),
                             cell(payback(writer, party.payback))}});
    }
  }
  return table;
}

chart::Boxes named_boxes(const Writer& writer, std::string x_title) {
  chart::Boxes boxes;
  boxes.x_title = std::move(x_title);
  boxes.whisker_name = writer.text("key_band");
  boxes.box_name = writer.text("key_box");
  boxes.median_name = writer.text("key_median");
  return boxes;
}

chart::Boxes npv_boxes(const Writer& writer) {
  chart::Boxes boxes = named_boxes(writer, writer.unit().name());
  for (std::size_t s = 0; s < writer.outcome().schemes.size(); ++s) {
    chart::Boxes::Group& group = boxes.groups.emplace_back();
    group.title = writer.scheme(s);
    for (std::size_t p = 0; p < writer.scenario().parties.size(); ++p) {
      const run::Spread& npv = writer.outcome().schemes[s].parties[p].npv;
      const double size = writer.unit().size;
      group.boxes.push_back({writer.party(p),
                             {npv.q05.value / size,
                              npv.q25.value / size,
                              npv.q50.value / size,
                              npv.q75.value / size,
                              npv.q95.value / size}});
    }
  }
  return boxes;
}

Table whole_table(const Writer& writer) {
  constexpr int most_decimals = 2;
  Table table{writer.text("whole_caption", {{"unit", writer.unit().name()}}),
              {{writer.text("column_scheme"), false}},
              {},
              writer.text("whole_note")};
  for (const std::string_view title :
       {"column_accept", "column_total", "column_error", "column_fairness", "column_gap"}) {
    table.columns.push_back({writer.text(title), true});
  }
  const auto perhaps = [&](const std::optional<run::Estimate>& estimate, std::string what) {
    return estimate ? cell(writer.number(*estimate, most_decimals, std::move(what))) : cell(writer.text("none"));
  };
  for (std::size_t s = 0; s < writer.outcome().schemes.size(); ++s) {
    const run::SchemeOutcome& scheme = writer.outcome().schemes[s];
    table.rows.push_back({{cell(writer.scheme(s)),
                           cell(writer.share(scheme.acceptance, writer.at(s, "acceptance"))),
                           cell(writer.digits(scheme.total_npv.mean, writer.at(s, "total_npv/mean"))),
                           cell(memo::money_error(scheme.total_npv.mean, writer.unit())),
                           perhaps(scheme.jain, writer.at(s, "jain")),
                           perhaps(scheme.ratio_change, writer.at(s, "ratio_change"))}});
  }
  return table;
}

std::vector<Line> preferences(const Writer& writer) {
  std::vector<Line> lines;
  for (std::size_t p = 0; p < writer.scenario().parties.size() && writer.outcome().schemes.size() > 1; ++p) {
    const std::vector<std::size_t> ranked = memo::ranking(writer.outcome(), p);
    const memo::Edge edge = memo::edge_of(writer.outcome(), ranked[0], ranked[1], p);
    const std::string what = fmt::format("briefing/preference/{}", writer.scenario().parties[p].id);
    lines.push_back(writer.line(edge.is_clear() ? "prefers_clear" : "prefers_close",
                                {{"party", writer.party(p)},
                                 {"first", writer.scheme(ranked[0])},
                                 {"second", writer.scheme(ranked[1])},
                                 {"difference", writer.money(edge.difference, what + "/difference")},
                                 {"better", writer.share({edge.p_better, 0}, what + "/p_better")}}));
  }
  return lines;
}

void net_present_values(Writer& writer) {
  writer.section("section_npv");
  writer.table(npv_table(writer));
  writer.picture(npv_boxes(writer), writer.text("npv_picture", {{"unit", writer.unit().name()}}), "npv_picture_text");
  writer.table(whole_table(writer));
  writer.bullets(preferences(writer));
}

Table flows_table(const Writer& writer, std::size_t s) {
  Table table{writer.text("flows_caption", {{"scheme", writer.scheme(s)}, {"unit", writer.unit().name()}}),
              {{writer.text("column_year"), false}},
              {},
              {}};
  for (const std::string_view title : {"column_low", "column_base", "column_high"}) {
    table.columns.push_back({writer.text(title), true});
  }
  for (std::size_t p = 0; p < writer.scenario().parties.size(); ++p) {
    table.rows.push_back({{cell(paper::Strong{writer.party(p)})}});
    const run::Bands& flow = writer.outcome().schemes[s].parties[p].cash_flow;
    for (const int year : shown_years(writer.scenario().horizon.years)) {
      const auto t = static_cast<std::size_t>(year);
      const auto at = [&](std::string_view which) {
        return writer.at(s, p, fmt::format("cash_flow/{}/{}", which, year));
      };
      table.rows.push_back({{cell(year_label(writer, year)),
                             cell(writer.digits(flow.q05[t], at("q05"))),
                             cell(writer.digits(flow.mean[t], at("mean"))),
                             cell(writer.digits(flow.q95[t], at("q95")))}});
    }
  }
  return table;
}

chart::Fans flow_fans(const Writer& writer, std::size_t s) {
  chart::Fans fans;
  fans.x = year_axis(0, writer.scenario().horizon.years);
  fans.y_title = writer.unit().name();
  fans.band_name = writer.text("key_band");
  fans.median_name = writer.text("key_median");
  for (std::size_t p = 0; p < writer.scenario().parties.size(); ++p) {
    const run::Bands& flow = writer.outcome().schemes[s].parties[p].cash_flow;
    fans.panels.push_back(
        {writer.party(p), in_unit(writer, flow.q05), in_unit(writer, flow.q50), in_unit(writer, flow.q95)});
  }
  return fans;
}

chart::Boxes payback_boxes(const Writer& writer) {
  chart::Boxes boxes = named_boxes(writer, writer.text("axis_years_from_signing"));
  const auto year = [&](const std::optional<int>& value) {
    return static_cast<double>(value.value_or(writer.scenario().horizon.years));
  };
  for (std::size_t s = 0; s < writer.outcome().schemes.size(); ++s) {
    chart::Boxes::Group& group = boxes.groups.emplace_back();
    group.title = writer.scheme(s);
    for (std::size_t p = 0; p < writer.scenario().parties.size(); ++p) {
      const run::YearSpread& spread = writer.outcome().schemes[s].parties[p].payback;
      group.boxes.push_back(
          {writer.party(p),
           {year(spread.q05), year(spread.q25), year(spread.q50), year(spread.q75), year(spread.q95)}});
    }
  }
  return boxes;
}

void flows(Writer& writer) {
  writer.section("section_flows");
  writer.table(flows_table(writer, writer.of().best()));
  for (std::size_t s = 0; s < writer.outcome().schemes.size(); ++s) {
    const std::string unit = writer.unit().name();
    writer.picture(flow_fans(writer, s),
                   writer.text("flows_picture", {{"scheme", writer.scheme(s)}, {"unit", unit}}),
                   "flows_picture_text");
  }
  writer.picture(payback_boxes(writer), writer.text("payback_picture"), "payback_picture_text");
}

chart::HeatMap heat_map(const DrawnZone& drawn) {
  const std::vector<sweep::Axis>& axes = drawn.sweep.axes;
  const bool flat = axes.size() == 1;
  chart::HeatMap map;
  map.x.resize(axes[0].levels);
  map.y.resize(flat ? 1 : axes[1].levels);
  map.x_title = axes[0].name;
  map.y_title = flat ? "" : axes[1].name;
  map.values.assign(map.y.size(), std::vector<std::optional<double>>(map.x.size()));
  for (std::size_t at = 0; at < drawn.zone.terms.size(); ++at) {
    const study::Terms& terms = drawn.zone.terms[at];
    const std::size_t x = terms.levels[0];
    const std::size_t y = flat ? 0 : terms.levels[1];
    map.x[x] = terms.values[0];
    map.y[y] = flat ? "" : terms.values[1];
    map.values[y][x] = terms.acceptance.value;
    std::string mark = drawn.zone.nash && drawn.zone.nash->terms == at ? "N" : "";
    mark += drawn.zone.kalai_smorodinsky && drawn.zone.kalai_smorodinsky->terms == at ? "K" : "";
    if (!mark.empty()) {
      map.marks.push_back({x, y, mark});
    }
  }
  return map;
}

void zone(Writer& writer, const DrawnZone& drawn) {
  writer.section("section_zone");
  const std::string& scheme = writer.scheme(drawn.zone.scheme);
  writer.picture(heat_map(drawn), writer.text("zone_picture", {{"scheme", scheme}}), "zone_picture_text");
  if (!drawn.zone.nash) {
    writer.paragraph("zone_none");
    return;
  }
  const study::Terms& terms = drawn.zone.terms[drawn.zone.nash->terms];
  std::vector<std::string> values;
  for (std::size_t axis = 0; axis < terms.values.size(); ++axis) {
    values.push_back(fmt::format("{} = {}", drawn.sweep.axes[axis].name, terms.values[axis]));
  }
  writer.paragraph("zone_nash",
                   {{"terms", fmt::format("{}", fmt::join(values, writer.text("comma")))},
                    {"acceptance", writer.share(terms.acceptance, "briefing/zone/nash/acceptance")}});
}

}  // namespace

void results(Writer& writer) {
  writer.chapter("chapter_results");
  revenue(writer);
  net_present_values(writer);
  flows(writer);
  if (writer.of().zone) {
    zone(writer, *writer.of().zone);
  }
}

}  // namespace shanhai::briefing
