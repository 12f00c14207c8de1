#include "clause_examples.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace shanhai::scheme {

namespace {

Levels rates(std::vector<Number> by_year) {
  return Levels{std::move(by_year)};
}

Company company(const Setting& in) {
  Company one;
  one.share = Number{0.3};
  one.capital = in.unit * 800;
  one.stakes = in.shares({0.4, 0.35, 0.25});
  one.calls = {{0.5, 0.25, 0.25}};
  one.income = in.money({10, 20, 300});
  one.operating = in.money({80, 200, 400, 60});
  one.capex = in.paid({500, 300, 0, 100});
  one.life = 4;
  one.payout = Number{0.6};
  one.no_dividend_years = 2;
  one.residual = Number{0.8};
  return one;
}

}  // namespace

std::vector<Pool> examples(Of<Pool> /*clause*/, const Setting& in) {
  const std::vector<StreamRef> two{{0}, {2}};
  const std::vector<StreamRef> none;
  return {{two, Number{0.8}, in.party(0)},
          {std::nullopt, Number{0}, in.party(1)},
          {none, Number{1}, in.party(0)},
          {std::nullopt, rates({0.5, in.uncertain_share(0), 1.0}), in.party(2)}};
}

std::vector<Baseline> examples(Of<Baseline> /*clause*/, const Setting& in) {
  const auto kept = [&](const Levels& at_host, const Levels& at_origin) {
    PerParty<Levels> amounts{std::vector<Levels>(Setting::parties)};
    amounts.of[in.place[0]] = at_host;
    amounts.of[in.place[1]] = at_origin;
    return Baseline{amounts};
  };
  return {kept(in.money({100, 200}), in.money({50})),
          kept(in.money({0}), {}),
          kept(in.money({1e6}), in.money({2e6})),
          kept(in.uncertain_money(), in.money({0, 30}))};
}

std::vector<Rebate> examples(Of<Rebate> /*clause*/, const Setting& in) {
  return {{Number{0.1}}, {Number{0}}, {Number{1}}, {rates({1.0, in.uncertain_share(1), 0.0})}};
}

std::vector<Recover> examples(Of<Recover> /*clause*/, const Setting& in) {
  return {{in.party(1), {in.unit * 900, false}, Number{0.5}},
          {in.party(1), {Number{0}, false}, Number{1}},
          {in.party(2), {Number{0}, true}, Number{1}},
          {in.party(0), {in.uncertain_money(), false}, rates({0.0, 0.3})}};
}

std::vector<Fund> examples(Of<Fund> /*clause*/, const Setting& in) {
  const Shares thirds = in.shares({0.5, 0.3, 0.2});
  return {{Number{0.2}, Number{0.1}, {Number{0.04}, Number{0.06}, 0.5}, Number{0.01}, thirds},
          {Number{1}, Number{1}, {Number{0}, Number{0}, 0}, Number{0}, thirds},
          {Number{0.3}, Number{0}, {Number{-0.9}, Number{5}, -1}, Number{1}, thirds},
          {rates({0.0, in.uncertain_share(0)}),
           rates({0.5, 0.0}),
           {rates({0.04, in.uncertain_share(1)}), Number{0.1}, 1},
           Number{0},
           in.uncertain_shares(),
           rates({1.0, in.uncertain_share(1)})}};
}

std::vector<Company> examples(Of<Company> /*clause*/, const Setting& in) {
  Company nothing;
  nothing.share = Number{0};
  nothing.capital = Number{0};
  nothing.stakes = in.shares({1.0, 0.0, 0.0});
  Company all = company(in);
  all.share = Number{1};
  all.tax = Number{0};
  all.payout = Number{1};
  all.life = 40;
  Company drawn = company(in);
  drawn.share = rates({0.0, in.uncertain_share(1)});
  drawn.stakes = in.uncertain_shares();
  drawn.capital = in.uncertain_money();
  drawn.operating = Levels{in.uncertain_money()};
  return {company(in), nothing, all, drawn};
}

std::vector<Split> examples(Of<Split> /*clause*/, const Setting& in) {
  const StreamShares alike{{in.shares({0.5, 0.3, 0.2})}};
  const StreamShares one{{in.shares({0.0, 1.0, 0.0})}};
  const StreamShares by_stream{{in.shares({1.0, 0.0, 0.0}), in.shares({0.2, 0.8, 0.0}), in.uncertain_shares()}};
  const Phases phases{{{1, 2}, alike}, {{3, 6}, by_stream}, {{7, YearRange::forever}, one}};
  return {{alike, {}, {}},
          {one, {}, {}},
          {by_stream, {}, {}},
          {{}, phases, SplitClock::contract},
          {{}, phases, SplitClock::recovered}};
}

std::vector<Tiers> examples(Of<Tiers> /*clause*/, const Setting& in) {
  const Shares some = in.shares({0.2, 0.7, 0.1});
  const Shares most = in.shares({1.0, 0.0, 0.0});
  return {{{in.unit * 200}, {some, most}},
          {{}, {some}},
          {{in.unit * 1e-3, in.unit * 1e9}, {most, some, most}},
          {{in.unit * 100, in.unit * 400}, {most, in.uncertain_shares(), some}}};
}

std::vector<Cap> examples(Of<Cap> /*clause*/, const Setting& in) {
  return {{in.party(1), in.unit * 700, {}, in.party(0)},
          {in.party(1), Number{0}, {}, in.party(2)},
          {in.party(0), {}, in.money({0, 150, 1e9}), in.party(1)},
          {in.party(2), {}, Levels{in.uncertain_money()}, in.party(2)},
          {in.party(1), in.uncertain_money(), {}, in.party(0)}};
}

std::vector<Floor> examples(Of<Floor> /*clause*/, const Setting& in) {
  const Levels fixed = in.money({150, 250});
  Floor often;
  often.party = in.party(1);
  often.amount.level = fixed;
  often.years = YearRange{1, 8};
  often.from = in.from({0.6, 0.0, 0.4});
  often.fulfilment = Number{0.7};
  often.count_dividends = true;
  Floor outside = often;
  outside.party = in.party(2);
  outside.years = YearRange{3, YearRange::forever};
  outside.from = in.from_outside();
  Floor never = often;
  never.amount.level = Number{0};
  never.fulfilment = Number{0};
  Floor once = often;
  once.party = in.party(0);
  once.amount.level = in.uncertain_money();
  once.years = YearRange{2, 2};
  once.from = in.from({0.0, 0.0, 1.0});
  once.fulfilment = Number{1};
  Floor rated;
  rated.party = in.party(1);
  rated.amount = {rates({0.1, in.uncertain_share(0)}), in.unit * 2000};
  rated.from = {in.uncertain_shares(), false};
  rated.fulfilment = in.uncertain_share(1);
  return {often, outside, never, once, rated};
}

std::vector<Award> examples(Of<Award> /*clause*/, const Setting& in) {
  const Payers host = in.from({1.0, 0.0, 0.0});
  return {{Indicator::firms, Number{8}, in.money({40, 60}), {}, {}, in.party(1), host},
          {Indicator::arrivals, rates({0, 2, 4}), {}, Number{0.1}, YearRange{2, 9}, in.party(2), in.from_outside()},
          {Indicator::output_per_mu, in.money({10}), Levels{in.uncertain_money()}, {}, {}, in.party(0), host},
          {Indicator::tax_per_mu,
           in.money({5, 9}),
           {},
           in.uncertain_share(0),
           {},
           in.party(1),
           {in.uncertain_shares(), false}}};
}

std::vector<Settle> examples(Of<Settle> /*clause*/, const Setting& in) {
  return {{1, 2, in.party(0)}, {0, 1, in.party(1)}, {20, 5, in.party(2)}, {0, 3, in.party(0)}};
}

std::vector<Statistics> examples(Of<Statistics> /*clause*/, const Setting& in) {
  using Credit = Statistics::Credit;
  return {
      {Credit{in.shares({0.6, 0.4, 0.0}), false}, {}},
      {Credit{in.shares({0.0, 0.0, 0.0}), true}, Credit{in.uncertain_shares(), false}, YearRange{2, 4}, in.party(2)}};
}

namespace {

/// One of every clause of the language, in its order; the ending that is `last` or not.
template <class... Rules>
std::vector<Clause> one_of_each(const Setting& in, bool last, std::variant<Rules...>* /*list*/) {
  std::vector<Clause> clauses;
  const auto add = [&]<class Rule>(Of<Rule> of) {
    const auto choice = examples(of, in);
    clauses.push_back(last ? choice.back() : choice.front());
  };
  (add(Of<Rules>{}), ...);
  std::erase_if(clauses, [&](const Clause& clause) {
    return last ? std::holds_alternative<Split>(clause) : std::holds_alternative<Tiers>(clause);
  });
  return clauses;
}

/// Puts `clause` where it belongs, in place of its like.
Scheme with(const Clause& clause, std::vector<Clause> others, ContractClock clock) {
  std::erase_if(others, [&](const Clause& other) {
    const bool both_end = stage_of(clause) == Stage::ending && stage_of(other) == Stage::ending;
    return both_end || other.index() == clause.index();
  });
  const auto after = [&](const Clause& other) {
    return other.index() > clause.index();
  };
  others.insert(std::ranges::find_if(others, after), clause);
  Scheme scheme;
  scheme.clock = clock;
  scheme.clauses = std::move(others);
  return scheme;
}

}  // namespace

std::vector<Scheme> contracts_around(const Clause& clause, const Setting& in) {
  std::vector<Scheme> contracts;
  const std::vector<Clause> alone{examples(Of<Split>{}, in).front()};
  constexpr Clause* list = nullptr;
  for (const auto clock : {ContractClock::signing, ContractClock::first_revenue}) {
    contracts.push_back(with(clause, alone, clock));
    contracts.push_back(with(clause, one_of_each(in, false, list), clock));
    contracts.push_back(with(clause, one_of_each(in, true, list), clock));
  }
  for (Scheme& contract : contracts) {
    contract.costs = {{{}, in.paid({300, 200, 0, 100}), 1.1, in.from({0.4, 0.2, 0.4}), rates({2.0, 1.5})}};
    contract.transfers = {
        {in.from({0.0, 1.0, 0.0}), in.party(0), in.money({20}), {1, 5}, rates({1.0, in.uncertain_share(1)})}};
  }
  return contracts;
}

}  // namespace shanhai::scheme
