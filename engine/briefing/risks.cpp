#include <algorithm>
#include <variant>

#include "briefing/chapters.hpp"
#include "briefing/leaving.hpp"
#include "briefing/movers.hpp"
#include "core/say.hpp"

namespace shanhai::briefing {
namespace {

constexpr std::size_t most_arms = 8;  // of a tornado

chart::Bars loss_bars(const Writer& writer) {
  chart::Bars bars{{}, {}, {}, true};
  for (std::size_t p = 0; p < writer.scenario().parties.size(); ++p) {
    bars.series.push_back({writer.party(p), {}});
  }
  for (std::size_t s = 0; s < writer.outcome().schemes.size(); ++s) {
    bars.categories.push_back(writer.scheme(s));
    for (std::size_t p = 0; p < bars.series.size(); ++p) {
      bars.series[p].values.push_back(writer.outcome().schemes[s].parties[p].p_negative.value);
    }
  }
  return bars;
}

chart::Lines leave_lines(const Writer& writer) {
  chart::Lines lines{{}, {}, {}, true};
  const run::SchemeOutcome& best = writer.outcome().schemes[writer.of().best()];
  for (int year = 0; year < writer.scenario().horizon.years; ++year) {
    lines.x.push_back(std::to_string(year));
  }
  for (std::size_t p = 0; p < best.parties.size(); ++p) {
    chart::Series& series = lines.series.emplace_back();
    series.name = writer.party(p);
    std::ranges::transform(best.parties[p].p_leave, std::back_inserter(series.values), &run::Estimate::value);
  }
  return lines;
}

void leaving(Writer& writer) {
  const std::size_t best = writer.of().best();
  const Leaving most = leaving_of(writer.outcome().schemes[best]);
  writer.picture(
      leave_lines(writer), writer.text("leave_picture", {{"scheme", writer.scheme(best)}}), "leave_picture_text");
  if (most.chance.value == 0) {
    writer.paragraph("leave_none");
    return;
  }
  writer.paragraph(
      most.is_high() ? "leave_high" : "leave_low",
      {{"party", writer.party(most.party)},
       {"year", std::to_string(most.year)},
       {"chance", writer.share(most.chance, writer.at(best, most.party, fmt::format("p_leave/mean/{}", most.year)))}});
}

void floors(Writer& writer) {
  constexpr int most_decimals = 2;
  std::vector<paper::Line> lines;
  for (std::size_t s = 0; s < writer.scenario().schemes.size(); ++s) {
    for (const scheme::Clause& clause : writer.scenario().schemes[s].clauses) {
      if (const auto* floor = std::get_if<scheme::Floor>(&clause)) {
        const std::size_t p = floor->party.index;
        const run::PartyOutcome& party = writer.outcome().schemes[s].parties[p];
        lines.push_back(writer.line(
            "floor_calls",
            {{"scheme", writer.scheme(s)},
             {"party", writer.party(p)},
             {"calls", writer.number(party.floor_calls, most_decimals, writer.at(s, p, "floor_calls"))},
             {"broken", writer.number(party.broken_promises, most_decimals, writer.at(s, p, "broken_promises"))}}));
      }
    }
  }
  writer.bullets(std::move(lines));
}

std::string part_of(const Writer& writer) {
  return fmt::format("{:g}%", 100 * writer.of().shifted_by);
}

void tornado(Writer& writer) {
  const std::size_t best = writer.of().best();
  const std::size_t party = party_at_risk(writer.outcome().schemes[best]);
  std::vector<Mover> movers = movers_of(writer.of(), best, party);
  if (movers.empty()) {
    return;
  }
  movers.resize(std::min(movers.size(), most_arms));
  chart::Tornado chart;
  const double size = writer.unit().size;
  chart.base = writer.outcome().schemes[best].parties[party].npv.mean.value / size;
  for (const Mover& mover : movers) {
    chart.arms.push_back(
        {writer.label(mover.path), chart.base + mover.low.value / size, chart.base + mover.high.value / size});
  }
  chart.x_title = writer.unit().name();
  const std::string part = part_of(writer);
  chart.low_name = writer.text("tornado_low", {{"part", part}});
  chart.high_name = writer.text("tornado_high", {{"part", part}});
  writer.picture(std::move(chart),
                 writer.text("tornado_picture",
                             {{"part", part},
                              {"scheme", writer.scheme(best)},
                              {"party", writer.party(party)},
                              {"unit", writer.unit().name()}}),
                 "tornado_picture_text");
  const std::string what = "briefing/assumptions/" + movers.front().path;
  writer.paragraph("tornado_sentence",
                   {{"party", writer.party(party)},
                    {"path", writer.label(movers.front().path)},
                    {"part", part},
                    {"low", writer.money(movers.front().low, what + "/low")},
                    {"high", writer.money(movers.front().high, what + "/high")}});
}

void spread(Writer& writer) {
  const std::size_t best = writer.of().best();
  const std::size_t party = party_at_risk(writer.outcome().schemes[best]);
  const auto found = std::ranges::find_if(
      writer.of().spreads, [&](const study::SpreadOf& one) { return one.scheme == best && one.party == party; });
  if (found == writer.of().spreads.end() || found->numbers.empty()) {
    return;
  }
  const auto most =
      std::ranges::max_element(found->numbers, {}, [](const study::Influence& number) { return number.total.value; });
  const std::string what = "briefing/spread/" + most->name;
  writer.paragraph("spread_sentence",
                   {{"name", writer.label(most->name)},
                    {"party", writer.party(party)},
                    {"share", writer.share(most->total, what + "/total")},
                    {"fortune", writer.share(found->fortune, "briefing/spread/fortune")}});
}

}  // namespace

void risks(Writer& writer) {
  writer.chapter("chapter_risk");
  writer.picture(loss_bars(writer), writer.text("loss_picture"), "loss_picture_text");
  leaving(writer);
  floors(writer);
  tornado(writer);
  spread(writer);
}

}  // namespace shanhai::briefing
