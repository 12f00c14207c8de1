#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "run/evaluate.hpp"
#include "run/run.hpp"

/// Scenarios small enough to work out by hand. Two parties: 0 is the host, 1 the origin.
namespace shanhai::run {

/// Seeds are fixed; P(|Z| > 4.9) = 1e-6 says how surprising a failure would be.
inline constexpr double most_errors = 4.9;

/// How many of its own standard errors an estimate lies from the truth.
inline double errors_off(const Estimate& estimate, double truth) {
  return std::abs(estimate.value - truth) / estimate.error;
}

inline Text same(const std::string& text) {
  return {text, text};
}

inline Party party(const std::string& id, Role role) {
  Party one;
  one.id = id;
  one.name = same(id);
  one.role = role;
  one.discount_rate = 0.06;
  return one;
}

inline Shares shares(Number host, Number origin) {
  return Shares{.of = {host, origin}};
}

/// Everything is shared alike in every year.
inline scheme::Split split(Number host, Number origin) {
  scheme::Split one;
  one.shares = scheme::StreamShares{{shares(host, origin)}};
  return one;
}

inline scheme::Scheme contract(const std::string& id, std::vector<scheme::Clause> clauses) {
  scheme::Scheme one;
  one.id = id;
  one.name = same(id);
  one.clauses = std::move(clauses);
  return one;
}

inline scheme::Cost cost(Payments amount, Number overrun, Shares from) {
  return {same("building"), std::move(amount), overrun, {std::move(from)}};
}

inline Scenario scenario_of(economy::Source source, int years, std::vector<scheme::Scheme> schemes) {
  Scenario scenario;
  scenario.horizon = {2020, years};
  scenario.parties = {party("host", Role::host), party("origin", Role::origin)};
  scenario.revenue = std::move(source);
  scenario.schemes = std::move(schemes);
  return scenario;
}

/// One stream of revenue.
inline economy::Forecast forecast(Levels revenue, double sd = 0, double rho = 0) {
  economy::Forecast result;
  result.table.streams = {{"vat", std::move(revenue)}};
  result.uncertainty = economy::Uncertainty{Number{sd}, rho};
  return result;
}

/// One sector: 2 firms a year, each of which pays 1 a year, and a tax of 10% on an output of 100 a firm.
inline economy::Park rented_park() {
  economy::Sector sector;
  sector.id = "machinery";
  sector.land_per_firm = 10;
  sector.arrivals = Number{2};
  sector.output = 100;
  sector.value_added = Number{0.2};
  sector.wages = Number{0.5};
  sector.margin = Number{0.1};
  economy::Tax rent;
  rent.id = "rent";
  rent.name = same("rent");
  rent.base.base = economy::Base::firms;
  rent.rate.by_sector = {Levels{Number{1}}};
  economy::Tax levy = rent;
  levy.id = "levy";
  levy.name = same("levy");
  levy.base.base = economy::Base::output;
  levy.rate.by_sector = {Levels{Number{0.1}}};
  economy::Park park;
  park.land.gross = 1e6;
  park.sectors = {sector};
  park.taxes = {rent, levy};
  return park;
}

/// Nearly everything that can be random, under two contracts of many clauses.
inline Scenario busy_scenario(int years) {
  economy::Park park = rented_park();
  economy::Sector& sector = park.sectors[0];
  sector.exit = Number{0.05};
  sector.arrivals_macro = sector.exit_macro = 0.3;
  sector.sigma = 0.1;
  sector.rho = 0.4;
  sector.margin_sd = 0.02;
  sector.firm_cv = 0.5;
  park.macro.rho = 0.3;
  park.correlation = {{0, 1, 0.5}};
  park.taxes[1].central = Number{0.5};
  economy::Event slump;
  slump.id = "slump";
  slump.probability = Levels{Number{0.1}};
  slump.years = 2;
  slump.growth = -0.1;
  park.events = {slump};

  scheme::Fund fund;
  fund.share = Number{0.2};
  fund.spend = Number{0.1};
  fund.yield = {Number{0.04}, Number{0.06}, 0.5};
  fund.ownership = shares(0.5, 0.5);
  scheme::Cap cap{PartyRef{1}, Number{60}, std::nullopt, PartyRef{0}};
  scheme::Floor floor;
  floor.party = PartyRef{1};
  floor.amount.level = Number{15};
  floor.from = {shares(1, 0)};
  floor.fulfilment = Number{0.7};
  scheme::Statistics statistics;
  statistics.output = scheme::Statistics::Credit{shares(0.5, 0.5)};
  scheme::Scheme first = contract("fund", {fund, split(0.6, 0.4), floor, statistics});
  scheme::Scheme second = contract("cap", {split(0.5, 0.5), cap, scheme::Settle{1, 2, PartyRef{0}}});
  for (scheme::Scheme* one : {&first, &second}) {
    one->costs = {cost(Payments{{Number{50}, Number{20}}}, Number{1, 0}, shares(0.4, 0.6))};
  }
  Scenario scenario = scenario_of(park, years, {first, second});
  scenario.parties[0].discount_rate = Number{0.06, 1};
  for (Party& one : scenario.parties) {
    one.population = 1e3;
    one.fiscal_revenue = one.role == Role::host ? 100 : 200;
  }
  scenario.uncertain = {{"overrun.building", Lognormal{1, 0.2}}, {"parties.host.discount_rate", Uniform{0.04, 0.08}}};
  scenario.realised = {{same("taxes"), Quantity::taxes, {1, years}, 100}};
  return scenario;
}

inline Plan paths(std::uint64_t count) {
  Plan plan;
  plan.seed = 42;
  plan.paths = count;
  return plan;
}

inline Plan twin() {
  Plan plan = paths(100);
  plan.twin = true;
  return plan;
}

/// The outcome of a run that must end well.
inline Outcome outcome(const Scenario& scenario, const Plan& plan) {
  Watch watch;
  return std::get<Outcome>(run(scenario, plan, watch));
}

/// Every path's NPV, shape [scheme, party][path].
inline std::vector<std::vector<double>> npvs(const Scenario& scenario, const Plan& plan) {
  const Setup setup(scenario, plan);
  Gathered gathered(setup, plan);
  gathered.kept.grow(plan.paths);
  Simulator simulator(setup, 1);
  Tally tally(setup, gathered.map, gathered.kept, 1);
  for (std::uint64_t path = 0; path < plan.paths; ++path) {
    tally.begin(path, 1);
    simulator.simulate(path, tally);
    static_cast<void>(tally.finish(simulator.draws()));
    if ((path + 1) % stats::unit_paths == 0) {
      gathered.moments.store(path / stats::unit_paths, tally.sums());
    }
  }
  std::vector<std::vector<double>> result;
  for (std::size_t place = 0; place < gathered.kept.npv.size(); ++place) {
    const ConstLanes npv = gathered.kept.npv[place];
    result.emplace_back(npv.begin(), npv.end());
  }
  return result;
}

}  // namespace shanhai::run
