#include "briefing/boxes.hpp"
#include "briefing/sections.hpp"
#include "briefing/years.hpp"
#include "core/say.hpp"
#include "memo/preference.hpp"

namespace shanhai::briefing {
namespace {

using paper::Table;

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

chart::Boxes npv_boxes(const Writer& writer) {
  return boxes_of_parties(writer, writer.unit().name(), [&](const run::PartyOutcome& party) {
    const run::Spread& npv = party.npv;
    const double size = writer.unit().size;
    return std::array{
        npv.q05.value / size, npv.q25.value / size, npv.q50.value / size, npv.q75.value / size, npv.q95.value / size};
  });
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

std::vector<paper::Line> preferences(const Writer& writer) {
  std::vector<paper::Line> lines;
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

}  // namespace

void npv_results(Writer& writer) {
  writer.section("section_npv");
  writer.table(npv_table(writer));
  writer.picture(npv_boxes(writer), writer.text("npv_picture", {{"unit", writer.unit().name()}}), "npv_picture_text");
  writer.table(whole_table(writer));
  writer.bullets(preferences(writer));
}

}  // namespace shanhai::briefing
