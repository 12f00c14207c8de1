#include <algorithm>
#include <array>

#include "briefing/chapters.hpp"
#include "briefing/leaving.hpp"
#include "briefing/movers.hpp"
#include "core/say.hpp"

namespace shanhai::briefing {
namespace {

constexpr double percent = 100;
constexpr double much_loss = 1.0 / 3;  // from this chance of loss on a buffer is advised
constexpr std::size_t verified = 3;    // assumptions that are named for verification

std::string name_of_criterion(const Writer& writer, Criterion criterion) {
  const std::string key = fmt::format("criterion_{}", name_of(criterion));
  return criterion == Criterion::shortfall ? writer.text(key, {{"unit", writer.unit().name()}}) : writer.text(key);
}

paper::Line value_cell(const Writer& writer, std::size_t scheme, std::size_t criterion) {
  const std::optional<run::Estimate>& value = writer.of().ranking.values[scheme][criterion];
  if (!value) {
    return cell(writer.text("none"));
  }
  constexpr int most_decimals = 2;
  const std::string what = writer.at(scheme, fmt::format("criteria/{}", name_of(criteria[criterion])));
  switch (criteria[criterion]) {
    case Criterion::acceptance:
      return cell(writer.share(*value, what));
    case Criterion::shortfall:
      return cell(writer.digits(*value, what));
    default:
      return cell(writer.number(*value, most_decimals, what));
  }
}

void scores(Writer& writer) {
  const Ranking& ranking = writer.of().ranking;
  writer.paragraph("advice_criteria", {{"count", std::to_string(criteria.size())}});
  paper::Table table{writer.text("score_caption"), {{writer.text("column_scheme"), false}}, {}, {}};
  std::vector<paper::Line> weights{cell(writer.text("column_weight"))};
  for (std::size_t criterion = 0; criterion < criteria.size(); ++criterion) {
    table.columns.push_back({name_of_criterion(writer, criteria[criterion]), true});
    weights.push_back(cell(fmt::format("{:.3g}%", percent * ranking.weights[criterion])));
  }
  table.columns.push_back({writer.text("column_score"), true});
  weights.emplace_back(cell(std::string()));
  for (const std::size_t scheme : ranking.order) {
    std::vector<paper::Line> cells{cell(writer.scheme(scheme))};
    for (std::size_t criterion = 0; criterion < criteria.size(); ++criterion) {
      cells.push_back(value_cell(writer, scheme, criterion));
    }
    const run::Estimate& score = ranking.scores[scheme];
    cells.push_back(cell(writer.number({percent * score.value, percent * score.error}, 0, writer.at(scheme, "score"))));
    table.rows.push_back({std::move(cells)});
  }
  table.rows.push_back({std::move(weights)});
  writer.table(std::move(table));
}

paper::Line adoption(const Writer& writer) {
  const Ranking& ranking = writer.of().ranking;
  const std::string& best = writer.scheme(ranking.order[0]);
  return ranking.is_clear || ranking.order.size() == 1
             ? writer.line("advice_adopt", {{"best", best}})
             : writer.line("advice_close", {{"best", best}, {"second", writer.scheme(ranking.order[1])}});
}

void recommendations(Writer& writer) {
  const std::size_t best = writer.of().best();
  const run::SchemeOutcome& outcome = writer.outcome().schemes[best];
  std::vector<paper::Line> lines{adoption(writer)};
  const std::size_t party = party_at_risk(outcome);
  if (outcome.parties[party].p_negative.value >= much_loss) {
    lines.push_back(writer.line(
        "advice_protect",
        {{"party", writer.party(party)},
         {"loss", writer.share(outcome.parties[party].p_negative, writer.at(best, party, "npv/p_negative"))}}));
  }
  const Leaving most = leaving_of(outcome);
  if (most.is_high()) {
    const std::string what = writer.at(best, most.party, fmt::format("p_leave/mean/{}", most.year));
    lines.push_back(writer.line("advice_review",
                                {{"party", writer.party(most.party)},
                                 {"year", std::to_string(most.year)},
                                 {"chance", writer.share(most.chance, what)}}));
  }
  std::vector<std::string> paths;
  for (const Mover& mover : movers_of(writer.of(), best, party)) {
    if (paths.size() < verified) {
      paths.push_back(writer.label(mover.path));
    }
  }
  if (!paths.empty()) {
    lines.push_back(
        writer.line("advice_verify", {{"paths", fmt::format("{}", fmt::join(paths, writer.text("and_list")))}}));
  }
  writer.bullets(std::move(lines), true);
}

std::vector<paper::Line> weight_flips(const Writer& writer) {
  std::vector<paper::Line> lines;
  for (const Flip& flip : writer.of().ranking.flips) {
    const std::string what = fmt::format("briefing/flip/{}", name_of(flip.criterion));
    lines.push_back(
        writer.line(flip.at_least ? "flip_weight_up" : "flip_weight_down",
                    {{"criterion", name_of_criterion(writer, flip.criterion)},
                     {"weight", paper::Bound{fmt::format("{:.0f}%", percent * flip.weight), what, flip.weight, 0}},
                     {"winner", writer.scheme(flip.winner)}}));
  }
  if (lines.empty()) {
    lines.push_back(writer.line("flip_weight_none"));
  }
  return lines;
}

std::vector<paper::Line> assumption_flips(const Writer& writer) {
  std::vector<paper::Line> lines;
  for (const study::Shift& shift : writer.of().shifts) {
    const Ranking ranking = rank(shift.schemes, writer.of().weights);
    if (ranking.order.front() != writer.of().best() && ranking.is_clear) {
      lines.push_back(writer.line("flip_assumption",
                                  {{"path", writer.label(shift.path)},
                                   {"factor", fmt::format("{:g}%", percent * shift.factor)},
                                   {"winner", writer.scheme(ranking.order.front())}}));
    }
  }
  if (lines.empty() && !writer.of().shifts.empty()) {
    lines.push_back(
        writer.line("flip_assumption_none", {{"part", fmt::format("{:g}%", percent * writer.of().shifted_by)}}));
  }
  return lines;
}

}  // namespace

void advice(Writer& writer) {
  writer.chapter("chapter_advice");
  if (writer.outcome().schemes.size() > 1) {
    scores(writer);
  }
  recommendations(writer);
  if (writer.outcome().schemes.size() > 1) {
    writer.section("section_against");
    std::vector<paper::Line> lines = weight_flips(writer);
    std::ranges::move(assumption_flips(writer), std::back_inserter(lines));
    writer.bullets(std::move(lines));
  }
}

}  // namespace shanhai::briefing
