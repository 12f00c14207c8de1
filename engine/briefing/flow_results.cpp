#include "briefing/boxes.hpp"
#include "briefing/sections.hpp"
#include "briefing/years.hpp"
#include "core/say.hpp"

namespace shanhai::briefing {
namespace {

using paper::Table;

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
  return boxes_of_parties(writer, writer.text("axis_years_from_signing"), [&](const run::PartyOutcome& party) {
    const auto year = [&](const std::optional<int>& value) {
      return static_cast<double>(value.value_or(writer.scenario().horizon.years));
    };
    const run::YearSpread& spread = party.payback;
    return std::array{year(spread.q05), year(spread.q25), year(spread.q50), year(spread.q75), year(spread.q95)};
  });
}

}  // namespace

void flow_results(Writer& writer) {
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

}  // namespace shanhai::briefing
