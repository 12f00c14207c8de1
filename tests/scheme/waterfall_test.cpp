#include "scheme/waterfall.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

using Line = flow::Ledger::Line;

constexpr flow::Shape two_streams{2, 2, 1, 10};

Pool only_first(double introduced = 1) {
  return {std::vector<StreamRef>{{0}}, Number{introduced}, host};
}

}  // namespace

TEST_CASE("A contract's first year is the first with money in its pool, path by path", "[scheme][waterfall]") {
  AtWork work(contract({Rebate{by_year({0.5, 0.25})}, half()}, ContractClock::first_revenue), {2, 1, 2, 10});
  work.year_by_lane({0, 8});
  work.year_by_lane({8, 0});  // once begun, a clock goes on without revenue
  CHECK(work.books().standing().clock == std::vector<int>{1, 2});
  CHECK(work.left(0, 0) == 4);
  work.year_by_lane({8, 8});
  CHECK(work.books().standing().clock == std::vector<int>{2, 3});
  CHECK(work.left(0, 0) == 6);
}

TEST_CASE("Money that the pool leaves outside starts no clock", "[scheme][waterfall]") {
  AtWork work(contract({only_first(), half()}, ContractClock::first_revenue), two_streams);
  work.year({0, 50});
  CHECK(work.books().standing().clock[0] == 0);
  work.year({50, 50});
  CHECK(work.books().standing().clock[0] == 1);
}

TEST_CASE("Signing again starts new paths", "[scheme][waterfall]") {
  Scheme scheme = contract({Recover{origin, {100, false}, Number{1}}, half()}, ContractClock::first_revenue);
  scheme.costs = {{{}, {{40}}, 1.0, from({1.0, 0.0})}};
  AtWork work(scheme);
  work.year({100});
  CHECK(work.shared(origin) == 100);
  work.ledger.year = 0;
  work.sign();
  CHECK(work.books().standing().clock[0] == 0);
  CHECK(work.outlays.costs_so_far(0)[0] == 40);
  work.year({100});
  CHECK(work.shared(origin) == 100);
}

TEST_CASE("Contracts that take turns at one set of books do as each would alone", "[scheme][waterfall]") {
  constexpr flow::Shape shape{2, 1, 2, 10};
  const std::vector<Scheme> schemes{contract({Rebate{by_year({0.5, 0.25})}, half()}, ContractClock::first_revenue),
                                    contract({Rebate{by_year({0.1, 0.2, 0.3})}, half()}, ContractClock::signing),
                                    contract({Rebate{by_year({0.5, 0.25})}, half()}, ContractClock::first_revenue)};
  const Displaced displaced;
  flow::Draws draws(1, shape.lanes);
  Outlays outlays(schemes[0].costs, schemes[0].transfers, displaced, shape);
  flow::Ledger ledger(shape);
  Books common(shape);
  std::vector<Books> own;
  own.reserve(schemes.size());
  std::vector<Waterfall> together;
  std::vector<Waterfall> alone;
  for (std::size_t scheme = 0; scheme < schemes.size(); ++scheme) {
    together.emplace_back(schemes[scheme], outlays, common, false);
    alone.emplace_back(schemes[scheme], outlays, own.emplace_back(shape), false);
  }
  Rows flow(2, shape.lanes);
  outlays.sign(draws);
  for (int year = 0; year <= 4; ++year) {
    ledger.year = year;
    ledger.local[0][0] = ledger[flow::Ledger::Line::local][0] = year > 2 ? 80 : 0;
    ledger.local[0][1] = ledger[flow::Ledger::Line::local][1] = 40;
    for (std::vector<Waterfall>* contracts : {&together, &alone}) {
      for (Waterfall& contract : *contracts) {
        year == 0 ? contract.sign(draws) : contract.begin(year);
      }
    }
    for (std::size_t scheme = 0; scheme < schemes.size() && year > 0; ++scheme) {
      together[scheme].step(ledger);
      alone[scheme].step(ledger);
      together[scheme].cash_flow(0, flow[0]);
      alone[scheme].cash_flow(0, flow[1]);
      CHECK(flow[0][0] == flow[1][0]);
      CHECK(flow[0][1] == flow[1][1]);
      CHECK(flow[0][1] > 0);
    }
  }
}

TEST_CASE("Costs are paid by their payers, times their overrun", "[scheme][waterfall]") {
  Scheme scheme = contract({half()});
  scheme.costs = {{{}, {{100, 0, 40}}, Number{1, 0}, from({0.75, 0.25})}, {{}, {{20, 10}}, 1.0, from_outside()}};
  AtWork work(scheme, {2, 1, 2, 10}, 1);
  work.draws[0][0] = 1;
  work.draws[0][1] = 1.5;
  work.sign();
  CHECK(work.cash(host, 0) == -75);
  CHECK(work.cash(host, 1) == -112.5);
  CHECK(work.cash(origin, 1) == -37.5);
  work.year({10});
  CHECK(work.cash(host, 0) == 5);
  work.year({10});
  CHECK(work.cash(host, 1) == -40);  // 5 - 0.75 · 1.5 · 40
  CHECK(work.outlays.costs_so_far(0)[1] == 157.5);
  work.year({10});
  CHECK(work.cash(host, 1) == 5);
}

TEST_CASE("Transfers run in their years from signing", "[scheme][waterfall]") {
  Scheme scheme = contract({half()}, ContractClock::first_revenue);
  scheme.transfers = {{from({0.0, 0.75, 0.25}), host, by_year({20, 40, 60}), {2, 3}},
                      {from_outside(3), origin, Number{8}, {1, 1}}};
  scheme.clauses = {split(alike({0.0, 0.0, 1.0}))};
  AtWork work(scheme, {3, 1, 1, 10});
  work.year({0});
  CHECK(work.cash(origin) == 8);
  CHECK(work.cash(host) == 0);
  work.year({0});
  CHECK(work.cash(host) == 40);
  CHECK(work.cash(origin) == -30);
  CHECK(work.cash(PartyRef{2}) == -10);
  work.year({0});
  CHECK(work.cash(host) == 60);
  work.year({0});
  CHECK(work.cash(host) == 0);
}

TEST_CASE("What is given in kind counts at its price of the year", "[scheme][waterfall]") {
  Scheme scheme = contract({half()});
  scheme.costs = {{{}, {{10, 4, 2}}, Number{1.5}, from({1.0, 0.0}), by_year({3, 5})}};
  scheme.transfers = {{from({0.0, 1.0}), host, by_year({20, 40}), {2, 3}, by_year({1, 2, 0.5})}};
  AtWork work(scheme, {2, 1, 1, 10});
  work.sign();
  CHECK(work.cash(host) == -45);  // the price of year 1 holds at signing
  work.year({0});
  CHECK(work.cash(host) == -18);
  CHECK(work.cash(origin) == 0);
  work.year({0});
  CHECK(work.cash(host) == 80 - 15);
  CHECK(work.cash(origin) == -80);
  work.year({0});
  CHECK(work.cash(host) == 20);
}

TEST_CASE("Displaced revenue is lost by year", "[scheme][waterfall]") {
  AtWork work(contract({half()}));
  work.displaced = {{{}, by_year({30, 20})}};
  work.sign();
  CHECK(work.cash(origin) == 0);
  for (const double lost : {30, 20, 20}) {
    work.year({100});
    CHECK(work.cash(origin) == 50 - lost);
    CHECK(work.cash(host) == 50);
  }
}

TEST_CASE("A cash flow is all that a party gets less all that it pays", "[scheme][waterfall]") {
  Company company;
  company.share = Number{0.5};
  company.capital = 100;
  company.stakes = parts({0.0, 1.0});
  company.calls = {{0, 0, 1}};
  company.tax = Number{0};
  company.payout = Number{1};
  Fund fund;
  fund.share = Number{0.5};
  fund.yield.mean = Number{0};
  fund.ownership = parts({0.0, 1.0});
  Scheme scheme = contract({Baseline{{{{}, Number{20}}}}, fund, company, half(), Settle{1, 1, host}});
  scheme.costs = {{{}, {{0, 0, 7}}, 1.0, from({0.0, 1.0})}};
  scheme.transfers = {{from({1.0, 0.0}), origin, Number{5}, {}}};
  AtWork work(scheme, {2, 1, 1, 2});
  work.displaced = {{{}, Number{3}}};
  work.year({180});  // 20 kept, 80 to the fund, 40 to the company, 20 each, 40 held by the host
  CHECK(work.cash(origin) == close(5 - 3 + 36));  // the dividend is 0.9 · 40
  CHECK(work.cash(host) == close(60 - 5));
  std::vector<double> scratch(1);
  CHECK(work.waterfall.accrual(1, scratch)[0] == 40);
  work.year({180});
  // Accrued 40 and 40 from last year; dividend 0.9 · 40, company 100 + 2 · 4, fund 2 · 80; 100 called
  CHECK(work.cash(origin) == close(80 + 36 + 108 + 160 - 100 + 5 - 3 - 7));
  CHECK(work.cash(host) == close(20 - 40 - 5));
}

TEST_CASE("A further unit goes through rebate, fund and company to its owners", "[scheme][waterfall][follow]") {
  Fund fund;
  fund.share = Number{0.25};
  fund.spend = Number{0.5};
  fund.yield.mean = Number{0};
  fund.ownership = parts({0.0, 1.0});
  Company company;
  company.share = Number{0.5};
  company.capital = Number{0};
  company.stakes = parts({0.25, 0.75});
  AtWork work(contract({Rebate{Number{0.2}}, fund, company, split(alike({1.0, 0.0}))}));
  // 0.8 after the rebate: 0.2 to the fund, 0.3 to the company, 0.3 to the host
  CHECK(work.part_of_next(origin) == close(0.2 + 0.225));
  CHECK(work.part_of_next(host) == close(0.075 + 0.3));
  CHECK(work.marginal.spent()[0] == 0);
  work.year({100});
  CHECK(work.part_of_next(host) == close(0.375));
  CHECK(work.marginal.spent()[0] == close(10));  // half of the 20 that the fund holds
  CHECK(work.part_of_next(host) == close(0.375));
  CHECK(work.marginal.spent()[0] == close(10));  // followed twice, and the same
}

TEST_CASE("A further unit repays until the recover is complete", "[scheme][waterfall][follow]") {
  AtWork work(contract({Recover{origin, {60, false}, Number{0.5}}, split(alike({1.0, 0.0}))}));
  CHECK(work.part_of_next(origin) == 0.5);
  work.year({100});
  CHECK(work.part_of_next(origin) == 0.5);
  CHECK(work.part_of_next(host) == 0.5);
  work.year({100});
  CHECK(work.part_of_next(origin) == 0);
  CHECK(work.part_of_next(host) == 1);
}

TEST_CASE("A further unit is shared like the streams of the pool, at first equally, then as the split saw them",
          "[scheme][waterfall][follow]") {
  const StreamShares shares{{parts({0.0, 1.0}), parts({1.0, 0.0}), parts({1.0, 0.0})}};
  const std::vector<StreamRef> listed{{0}, {1}};
  AtWork work(contract({Pool{listed, Number{1}, host}, split(shares)}), {2, 3, 1, 10});
  CHECK(work.part_of_next(origin) == 0.5);
  work.year({0, 0, 9});
  CHECK(work.part_of_next(origin) == 0.5);
  work.year({75, 25, 9});
  CHECK(work.part_of_next(origin) == 0.75);
  work.year({0, 0, 9});
  CHECK(work.part_of_next(origin) == 0.75);
}

TEST_CASE("A further unit meets the phase of its own year, once the clock has begun", "[scheme][waterfall][follow]") {
  const Phases phases{{{1, 1}, alike({0.0, 1.0})}, {{2, YearRange::forever}, alike({1.0, 0.0})}};
  const auto clock = GENERATE(ContractClock::signing, ContractClock::first_revenue);
  AtWork work(contract({split(phases)}, clock));
  CHECK(work.part_of_next(origin) == 1);
  work.year({0});
  CHECK(work.part_of_next(origin) == (clock == ContractClock::signing ? 0 : 1));
  work.year({10});
  CHECK(work.part_of_next(origin) == 0);
}

TEST_CASE("A further unit meets the phase of a recovered clock", "[scheme][waterfall][follow]") {
  const Phases phases{{{1, 2}, alike({0.0, 1.0})}, {{3, YearRange::forever}, alike({1.0, 0.0})}};
  const Recover recover{host, {10, false}, Number{1}};
  AtWork work(contract({recover, split(phases, SplitClock::recovered)}));
  work.year({10});  // complete, nothing left
  CHECK(work.part_of_next(origin) == 1);
  work.year({10});  // year 1
  CHECK(work.part_of_next(origin) == 1);
  work.year({10});  // year 2
  CHECK(work.part_of_next(origin) == 0);
}

TEST_CASE("A further unit lies in the slice of last year's pool, at a bound in the upper",
          "[scheme][waterfall][follow]") {
  AtWork work(contract({Tiers{{100, 200}, {parts({1.0, 0.0}), parts({0.5, 0.5}), parts({0.0, 1.0})}}}));
  CHECK(work.part_of_next(host) == 1);
  work.year({100});
  CHECK(work.part_of_next(host) == 0.5);
  work.year({200 * (1 - 1e-12)});
  CHECK(work.part_of_next(host) == 0);
  work.year({99});
  CHECK(work.part_of_next(host) == 1);
}

TEST_CASE("A further unit is nothing to a party whose total cap is reached", "[scheme][waterfall][follow]") {
  AtWork work(contract({half(), Cap{origin, Number{60}, {}, host}}));
  CHECK(work.part_of_next(origin) == 0.5);
  work.year({100});
  CHECK(work.part_of_next(origin) == 0.5);
  work.year({100});
  CHECK(work.part_of_next(origin) == 0);
  CHECK(work.part_of_next(host) == 0.5);
}

TEST_CASE("A total cap of nothing is reached from the start", "[scheme][waterfall][follow]") {
  AtWork work(contract({half(), Cap{origin, Number{0}, {}, host}}));
  CHECK(work.part_of_next(origin) == 0);
}

TEST_CASE("Baselines, floors, awards and yearly caps do not bend a further unit", "[scheme][waterfall][follow]") {
  Floor floor;
  floor.party = origin;
  floor.amount.level = Number{1000};
  floor.from = from({1.0, 0.0});
  AtWork work(contract({Baseline{{{Number{50}, {}}}}, half(), Cap{origin, {}, Number{1}, host}, floor}));
  work.year({100});
  CHECK(work.part_of_next(origin) == 0.5);
  CHECK(work.part_of_next(host) == 0.5);
}

}  // namespace shanhai::scheme
