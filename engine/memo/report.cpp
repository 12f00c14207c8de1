#include "memo/report.hpp"

#include <algorithm>
#include <cmath>

#include "memo/figures.hpp"
#include "memo/notes.hpp"
#include "memo/page.hpp"
#include "memo/party_table.hpp"
#include "memo/preference.hpp"
#include "memo/realised_table.hpp"
#include "memo/scheme_table.hpp"
#include "memo/table.hpp"
#include "memo/terms_table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

double largest_npv(const run::Outcome& outcome) {
  double largest = 0;
  for (const run::SchemeOutcome& scheme : outcome.schemes) {
    for (const run::PartyOutcome& party : scheme.parties) {
      largest = std::max({largest, std::abs(party.npv.mean.value), std::abs(party.npv.q50.value)});
    }
  }
  return largest;
}

std::string head(const Page& page) {
  constexpr std::size_t shown_of_hash = 12;
  const run::Horizon& horizon = page.scenario.horizon;
  const std::string futures = page.twin() ? page.say({"无风险的一种未来", "one future without risk"})
                                          : page.say({"{} 种未来，随机种子 {}", "{} futures, seed {}"},
                                                     figure(static_cast<double>(page.outcome.plan.paths), 0),
                                                     page.outcome.plan.seed);
  return wrapped(page.scenario.title.in(page.language), page_width, 0) +
         page.say({"{}—{} 年（{} 年）；{}；内容指纹 {}\n", "{}-{} ({} years); {}; content {}\n"},
                  horizon.start,
                  horizon.start + horizon.years - 1,
                  horizon.years,
                  futures,
                  page.scenario.hash.substr(0, shown_of_hash));
}

}  // namespace

std::string report(const run::Scenario& scenario, const run::Outcome& outcome, Language language) {
  const Page page{{scenario, outcome, language}, money_unit(scenario.currency, largest_npv(outcome), language)};
  std::string text = head(page);
  for (auto* part : {&party_table, &scheme_table, &terms_table, &preferences, &realised_table, &notes}) {
    const std::string written = part(page);
    text += written.empty() ? "" : '\n' + written;
  }
  return text;
}

}  // namespace shanhai::memo
