#include "memo/party_table.hpp"

#include "memo/figures.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

constexpr Words never{"未回本", "never"};

std::string payback(const Page& page, const run::YearSpread& spread) {
  if (!spread.q50) {
    return page.say(never);
  }
  return *spread.q50 == 0 ? page.say({"无需垫付", "at once"}) : year_and_date(page, *spread.q50);
}

std::string rate_of_return(const run::RateSpread& irr) {
  constexpr double percent = 100;
  constexpr int most_decimals = 1;
  constexpr double most_without = 0.5;  // a median of few futures would mislead
  if (!irr.q50 || irr.none.value > most_without) {
    return "-";
  }
  return figure(irr.q50->value * percent, supported_decimals(irr.q50->error * percent, most_decimals)) + '%';
}

Table risk_table(const Page& page) {
  return Table({{page.say({"各方", "Party"}), Align::left},
                {page.say({"中位数", "Median"}), Align::number},
                {page.say({"差的情形", "Bad case"}), Align::number},
                {page.say({"均值", "Mean"}), Align::number},
                {page.say({"± 误差", "± error"}), Align::left},
                {page.say({"亏损概率", "P(loss)"}), Align::number},
                {page.say({"回本年份", "Payback"}), Align::right},
                {page.say({"不回本", "Never"}), Align::number},
                {page.say({"收益率", "IRR"}), Align::number}});
}

std::vector<std::string> risk_row(const Page& page, std::size_t p, const run::PartyOutcome& party) {
  return {"  " + page.party_name(p),
          money(party.npv.q50, page.unit),
          money(party.npv.q05, page.unit),
          money(party.npv.mean, page.unit),
          money_error(party.npv.mean, page.unit),
          percentage(party.p_negative),
          payback(page, party.payback),
          percentage(party.payback.never),
          rate_of_return(party.irr)};
}

Table twin_table(const Page& page) {
  return Table({{page.say({"各方", "Party"}), Align::left},
                {page.say({"净现值", "NPV"}), Align::number},
                {page.say({"回本年份", "Payback"}), Align::right},
                {page.say({"收益率", "IRR"}), Align::number}});
}

std::vector<std::string> twin_row(const Page& page, std::size_t p, const run::PartyOutcome& party) {
  return {"  " + page.party_name(p),
          money(party.npv.mean, page.unit),
          payback(page, party.payback),
          rate_of_return(party.irr)};
}

std::string title(const Page& page) {
  if (page.twin()) {
    return page.say(
        {"表1  各方净现值（{}）：没有风险时的预测", "Table 1. Net present value of each party ({}), without risk"},
        page.unit.name());
  }
  return page.say(
      {"表1  各方净现值（{}）。差的情形：二十种未来中最差的一种不高于此；回本年份、收益率为中位数",
       "Table 1. Net present value of each party ({}). Bad case: one future in twenty is no better. Payback "
       "and IRR: medians"},
      page.unit.name());
}

}  // namespace

std::string party_table(const Page& page) {
  Table table = page.twin() ? twin_table(page) : risk_table(page);
  for (std::size_t s = 0; s < page.outcome.schemes.size(); ++s) {
    table.heading(page.scheme_name(s));
    const std::vector<run::PartyOutcome>& parties = page.outcome.schemes[s].parties;
    for (std::size_t p = 0; p < parties.size(); ++p) {
      table.row(page.twin() ? twin_row(page, p, parties[p]) : risk_row(page, p, parties[p]));
    }
  }
  return wrapped(title(page), page_width, 0) + table.text();
}

}  // namespace shanhai::memo
