#include "memo/terms_table.hpp"

#include <algorithm>
#include <variant>

#include "memo/figures.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

constexpr std::size_t widest_party = 24;

bool has_floor(const scheme::Scheme& scheme, std::size_t party) {
  return std::any_of(scheme.clauses.begin(), scheme.clauses.end(), [party](const scheme::Clause& clause) {
    const auto* floor = std::get_if<scheme::Floor>(&clause);
    return floor != nullptr && floor->party.index == party;
  });
}

std::string times(const run::Estimate& estimate) {
  constexpr int most_decimals = 2;
  return figure(estimate.value, supported_decimals(estimate.error, most_decimals));
}

std::string cap_year(const Page& page, const run::YearSpread& spread) {
  return spread.q50 ? year_and_date(page, *spread.q50) : page.say({"未封顶", "never"});
}

std::vector<std::string> row_of(const Page& page, std::size_t s, std::size_t p) {
  const run::PartyOutcome& party = page.outcome.schemes[s].parties[p];
  const bool floor = has_floor(page.scenario.schemes[s], p);
  return {page.scheme_name(s),
          clipped(page.party_name(p), widest_party),
          floor ? times(party.floor_calls) : "-",
          floor ? times(party.broken_promises) : "-",
          party.cap_year ? cap_year(page, *party.cap_year) : "-",
          party.cap_year ? percentage(party.cap_year->never) : "-"};
}

}  // namespace

std::string terms_table(const Page& page) {
  Table table({{page.say({"方案", "Scheme"}), Align::left},
               {page.say({"一方", "Party"}), Align::left},
               {page.say({"保底年数", "Floor years"}), Align::number},
               {page.say({"未兑付", "Broken"}), Align::number},
               {page.say({"封顶年份", "Cap year"}), Align::right},
               {page.say({"从未封顶", "Never"}), Align::number}});
  bool any = false;
  for (std::size_t s = 0; s < page.outcome.schemes.size(); ++s) {
    for (std::size_t p = 0; p < page.scenario.parties.size(); ++p) {
      if (has_floor(page.scenario.schemes[s], p) || page.outcome.schemes[s].parties[p].cap_year) {
        table.row(row_of(page, s, p));
        any = true;
      }
    }
  }
  if (!any) {
    return "";
  }
  return page.say(
             {"表3  保底与封顶：不足保底的年数、未兑付的次数（每种未来平均），封顶年份（中位数）\n",
              "Table 3. Floors and caps: years below the floor and promises broken (means), cap year (median)\n"}) +
         table.text();
}

}  // namespace shanhai::memo
