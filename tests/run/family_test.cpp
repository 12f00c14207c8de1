#include "run/family.hpp"

#include <vector>

#include <catch2/catch.hpp>

#include "run/examples.hpp"

namespace shanhai::run {
namespace {

using Members = std::vector<std::size_t>;

// The schemes of every family, in the order of the families.
std::vector<Members> families(const std::vector<scheme::Scheme>& schemes) {
  const Contracts contracts(schemes, true);
  std::vector<Members> result;
  for (const Family& family : contracts.families()) {
    Members& members = result.emplace_back();
    for (const Family::Member& member : family.members) {
      members.push_back(member.scheme);
    }
  }
  return result;
}

scheme::Recover recover(double amount) {
  return {PartyRef{1}, {amount}};
}

// Anything between the pool and a split of the known shares.
scheme::Scheme plain(double host, std::vector<scheme::Clause> before = {}, std::vector<scheme::Clause> after = {}) {
  before.emplace_back(split(host, 1 - host));
  before.insert(before.end(), after.begin(), after.end());
  return contract("plain", std::move(before));
}

bool belongs(const scheme::Scheme& scheme) {
  return family_shares(scheme).has_value();
}

}  // namespace

TEST_CASE("Schemes that differ in the shares of their split alone are one family", "[run][family]") {
  std::vector<scheme::Scheme> schemes{plain(0.5), plain(0.2), plain(0.2)};
  CHECK(families(schemes) == std::vector<Members>{{0, 1, 2}});
  const Contracts contracts(schemes, true);
  CHECK(contracts.size() == 1);
  CHECK(contracts.own().empty());
  CHECK(contracts.families()[0].members[1].shares == std::vector<double>{0.2, 0.8});
  CHECK(contracts.families()[0].trunk.clauses.empty());
  schemes[1].id = schemes[1].name.en = "another";
  CHECK(families(schemes) == std::vector<Members>{{0, 1, 2}});
}

TEST_CASE("Any other difference makes two families", "[run][family]") {
  const scheme::Scheme one = plain(0.5, {recover(10)});
  scheme::Scheme other = plain(0.6, {recover(10)});
  CHECK(families({one, other}) == std::vector<Members>{{0, 1}});
  SECTION("a clause") {
    other.clauses.front() = recover(11);
  }
  SECTION("one clause more") {
    other.clauses.insert(other.clauses.begin(), scheme::Rebate{Number{0.1}});
  }
  SECTION("a clause behind the split") {
    other.clauses.emplace_back(scheme::Statistics{});
  }
  SECTION("costs") {
    other.costs.push_back(cost(Payments{{Number{50}}}, Number{1}, shares(1, 0)));
  }
  SECTION("transfers") {
    scheme::Transfer& transfer = other.transfers.emplace_back();
    transfer.from.shares = shares(1, 0);
    transfer.to = PartyRef{1};
    transfer.amount = Number{5};
  }
  SECTION("the clock") {
    other.clock = scheme::ContractClock::first_revenue;
  }
  CHECK(families({one, other}) == std::vector<Members>{{0}, {1}});
}

TEST_CASE("What looks at accruals, or shares that are not one known set, keeps a scheme its own", "[run][family]") {
  CHECK(belongs(plain(0.5)));
  CHECK(belongs(plain(0.5, {recover(10)}, {scheme::Award{}, scheme::Statistics{}})));
  CHECK_FALSE(belongs(plain(0.5, {}, {scheme::Cap{}})));
  CHECK_FALSE(belongs(plain(0.5, {}, {scheme::Floor{}})));
  CHECK_FALSE(belongs(contract("tiers", {scheme::Tiers{{}, {shares(0.5, 0.5)}}})));
  CHECK_FALSE(belongs(contract("drawn", {split(Number{0.5, 0}, Number{0.5, 1})})));

  scheme::Split rest = split(Number{0.5}, Number{});
  rest.shares->by_stream[0].rest = 1;
  CHECK_FALSE(belongs(contract("rest", {rest})));
  scheme::Split phased;
  phased.phases = scheme::Phases{{{1, YearRange::forever}, *split(0.5, 0.5).shares}};
  CHECK_FALSE(belongs(contract("phased", {phased})));
  scheme::Split by_stream = split(0.5, 0.5);
  by_stream.shares->by_stream.push_back(shares(0.4, 0.6));
  CHECK_FALSE(belongs(contract("by stream", {by_stream})));
}

TEST_CASE("A settlement keeps a scheme in its family where the shares add up to 1 to the last digits",
          "[run][family]") {
  const scheme::Settle settle{1, 2, PartyRef{0}};
  CHECK(belongs(plain(0.1234, {}, {settle})));
  CHECK_FALSE(belongs(plain(0.1234, {}, {settle, settle})));
  CHECK_FALSE(belongs(contract("short", {split(0.666666666, 0.333333333), settle})));
  CHECK(families({plain(0.5, {}, {settle}), plain(0.5, {}, {scheme::Settle{}}), plain(0.4, {}, {settle})}) ==
        std::vector<Members>{{0, 2}, {1}});
}

TEST_CASE("Schemes of their own come first, and without families all are", "[run][family]") {
  const std::vector<scheme::Scheme> schemes{plain(0.5), plain(0.5, {}, {scheme::Cap{}}), plain(0.4)};
  CHECK(Contracts(schemes, true).own() == Members{1});
  CHECK(families(schemes) == std::vector<Members>{{0, 2}});
  const Contracts apart(schemes, false);
  CHECK(apart.own() == Members{0, 1, 2});
  CHECK(apart.families().empty());
}

TEST_CASE("Only a run that keeps nothing by year has families, and none with feedback", "[run][family]") {
  Scenario scenario = scenario_of(forecast(Levels{Number{1}}), 2, {plain(0.5), plain(0.4)});
  Plan plan = paths(10);
  CHECK(Setup(scenario, plan).contracts.families().empty());
  plan.in_full = false;
  CHECK(Setup(scenario, plan).contracts.families().size() == 1);
  scenario.feedback.emplace();
  CHECK(Setup(scenario, plan).contracts.families().empty());
}

}  // namespace shanhai::run
