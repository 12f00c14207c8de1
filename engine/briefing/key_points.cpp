#include <algorithm>

#include "briefing/chapters.hpp"
#include "briefing/movers.hpp"

namespace shanhai::briefing {
namespace {

constexpr double full_marks = 100;

run::Estimate marks(const run::Estimate& score) {
  return {full_marks * score.value, full_marks * score.error};
}

void recommendation(Writer& writer) {
  const Material& of = writer.of();
  const std::size_t best = of.best();
  const run::SchemeOutcome& outcome = of.outcome.schemes[best];
  const paper::Bound acceptance = writer.share(outcome.acceptance, writer.at(best, "acceptance"));
  if (of.ranking.order.size() == 1) {
    writer.paragraph("point_only",
                     {{"best", writer.scheme(best)},
                      {"acceptance", acceptance},
                      {"total", writer.money(outcome.total_npv.mean, writer.at(best, "total_npv/mean"))}});
    return;
  }
  const std::size_t second = of.ranking.order[1];
  const run::Estimate first_marks = marks(of.ranking.scores[best]);
  const run::Estimate second_marks = marks(of.ranking.scores[second]);
  const run::Estimate lead{first_marks.value - second_marks.value, std::max(first_marks.error, second_marks.error)};
  writer.paragraph(of.ranking.is_clear ? "point_clear" : "point_close",
                   {{"best", writer.scheme(best)},
                    {"second", writer.scheme(second)},
                    {"score", writer.number(first_marks, 0, writer.at(best, "score"))},
                    {"second_score", writer.number(second_marks, 0, writer.at(second, "score"))},
                    {"lead", writer.number(lead, 0, "briefing/lead")},
                    {"acceptance", acceptance}});
}

void what_each_has(Writer& writer) {
  const std::size_t best = writer.of().best();
  std::vector<paper::Line> gains;
  for (std::size_t party = 0; party < writer.scenario().parties.size(); ++party) {
    const run::Estimate& npv = writer.outcome().schemes[best].parties[party].npv.mean;
    gains.push_back(
        writer.line("point_gain",
                    {{"party", writer.party(party)}, {"npv", writer.money(npv, writer.at(best, party, "npv/mean"))}}));
  }
  writer.paragraph("point_parties", {{"best", writer.scheme(best)}, {"gains", joined(gains, writer.text("comma"))}});
}

void greatest_risk(Writer& writer) {
  const std::size_t best = writer.of().best();
  const std::size_t party = party_at_risk(writer.outcome().schemes[best]);
  const run::PartyOutcome& worst = writer.outcome().schemes[best].parties[party];
  writer.paragraph("point_risk",
                   {{"party", writer.party(party)},
                    {"loss", writer.share(worst.p_negative, writer.at(best, party, "npv/p_negative"))},
                    {"tail", writer.money(worst.cvar05, writer.at(best, party, "npv/cvar05"))}});
}

}  // namespace

void key_points(Writer& writer) {
  writer.chapter("chapter_points");
  recommendation(writer);
  what_each_has(writer);
  greatest_risk(writer);
}

}  // namespace shanhai::briefing
