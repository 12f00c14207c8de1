#include "run/blend.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "run/examples.hpp"

namespace shanhai::run {
namespace {

/// Small scenarios at random.
class Dice {
 public:
  explicit Dice(unsigned seed) : words_(seed) {}

  double uniform(double least, double most) {
    return least + (most - least) * static_cast<double>(words_() >> 8U) / 0x1p24;
  }

  bool once_in(unsigned times) { return words_() % times == 0; }

  // All that may stand around a split in a family.
  scheme::Scheme trunk() {
    std::vector<scheme::Clause> clauses;
    if (once_in(2)) {
      clauses.emplace_back(scheme::Pool{{{StreamRef{1}}}, Number{uniform(0.2, 1)}, PartyRef{0}});
    }
    if (once_in(3)) {
      clauses.emplace_back(scheme::Baseline{{{Levels{Number{5}}, Levels{Number{2}}}}});
    }
    if (once_in(3)) {
      clauses.emplace_back(scheme::Rebate{Number{uniform(0, 1)}});
    }
    if (once_in(2)) {
      clauses.emplace_back(scheme::Recover{PartyRef{1}, {uniform(0, 200), once_in(3)}, Number{uniform(0, 1)}});
    }
    if (once_in(3)) {
      scheme::Fund fund;
      fund.share = Number{uniform(0, 1)};
      fund.yield = {Number{0.04}, Number{0.06}, 0.5};
      fund.ownership = shares(0.3, 0.7);
      clauses.emplace_back(fund);
    }
    if (once_in(3)) {
      scheme::Company company;
      company.share = Number{uniform(0, 1)};
      company.capital = uniform(0, 50);
      company.stakes = shares(0.6, 0.4);
      company.payout = Number{0.5};
      clauses.emplace_back(company);
    }
    scheme::Scheme one = contract("one", std::move(clauses));
    one.clock = once_in(2) ? scheme::ContractClock::first_revenue : scheme::ContractClock::signing;
    one.costs = {cost(Payments{{Number{uniform(0, 50)}, Number{20}}}, Number{1, 0}, shares(0.4, 0.6))};
    return one;
  }

  scheme::Award award() {
    scheme::Award award;
    award.target = Number{uniform(0, 10)};
    award.share = Number{uniform(0, 1)};
    award.to = PartyRef{1};
    award.from = {shares(1, 0)};
    return award;
  }

  std::vector<scheme::Clause> behind() {
    std::vector<scheme::Clause> clauses;
    if (once_in(2)) {
      clauses.emplace_back(award());
    }
    if (once_in(2)) {
      clauses.emplace_back(scheme::Settle{
          static_cast<int>(uniform(0, 4)), static_cast<int>(uniform(1, 9)), PartyRef{once_in(2) ? 0U : 1U}});
    }
    if (once_in(2)) {
      clauses.emplace_back(award());
    }
    return clauses;
  }

  Scenario scenario() {
    Scenario result = busy_scenario(6);
    result.schemes.erase(result.schemes.begin());  // the capped one stays, and is no family's
    for (int family = 0; family < 3; ++family) {
      const scheme::Scheme shared = trunk();
      const std::vector<scheme::Clause> after = behind();
      for (const double part : {0.0, 1.0, uniform(0, 1), uniform(0, 1), 0.5, 0.5}) {
        scheme::Scheme& one = result.schemes.emplace_back(shared);
        one.clauses.emplace_back(split(part, 1 - part));
        one.clauses.insert(one.clauses.end(), after.begin(), after.end());
      }
    }
    return result;
  }

 private:
  std::mt19937 words_;
};

Gathered gathered(const Scenario& scenario, Plan plan) {
  const Setup setup(scenario, plan);
  Gathered result(setup, plan);
  Watch watch;
  REQUIRE_FALSE(gather(setup, plan, plan.paths, result, watch));
  return result;
}

}  // namespace

TEST_CASE("A member of a family is worth what its own waterfall says", "[run][blend]") {
  const Scenario scenario = Dice(GENERATE(Catch::Generators::range(0U, 30U))).scenario();
  Plan plan = paths(1500);
  const Gathered own = gathered(scenario, plan);
  plan.in_full = false;
  const Gathered blended = gathered(scenario, plan);
  REQUIRE(Setup(scenario, plan).contracts.size() < scenario.schemes.size());
  CHECK(blended.paybacks.of == own.paybacks.of);
  for (std::size_t scheme = 0; scheme < scenario.schemes.size(); ++scheme) {
    const auto ratio = own.moments.merged(own.map.ratio(scheme)).mean();
    CHECK(blended.moments.merged(blended.map.ratio(scheme)).mean() == Approx(ratio).epsilon(0).margin(1e-12));
    for (std::size_t party = 0; party < own.kept.parties; ++party) {
      const std::size_t place = own.kept.place(scheme, party);
      const double size = blended.moments.merged(blended.map.single(scheme, party, SeriesMap::Single::size)).mean();
      double most = 0;
      for (std::uint64_t path = 0; path < plan.paths; ++path) {
        most = std::max(most, std::abs(own.kept.npv[place][path] - blended.kept.npv[place][path]));
      }
      CHECK(most <= 1e-12 * size);
    }
  }
}

TEST_CASE("Blends are the same bits in any blocks and beside any other members", "[run][blend][reproducible]") {
  const Scenario scenario = Dice(7).scenario();
  Plan plan = paths(1500);
  plan.in_full = false;
  const Gathered together = gathered(scenario, plan);
  plan.block = GENERATE(1U, 100U, 1024U);
  const std::size_t scheme = GENERATE(Catch::Generators::range(std::size_t{0}, std::size_t{19}));
  Scenario only = scenario;
  only.schemes = {scenario.schemes[scheme]};
  const Gathered alone = gathered(only, plan);
  for (std::size_t party = 0; party < 2; ++party) {
    const std::size_t place = together.kept.place(scheme, party);
    CHECK(std::ranges::equal(together.kept.npv[place], alone.kept.npv[party]));
    CHECK(together.paybacks.of[place] == alone.paybacks.of[party]);
  }
}

TEST_CASE("A member whose money just comes back pays back, whatever rounding says", "[run][blend]") {
  // 0.3 of 10 in each of three years repays 9.
  Scenario scenario = scenario_of(forecast(Levels{Number{10}}), 4, {contract("repaid", {split(0.7, 0.3)})});
  scenario.schemes[0].costs = {cost(Payments{{Number{9}}}, Number{1}, shares(0, 1))};
  scenario.schemes.push_back(scenario.schemes[0]);
  scenario.schemes[1].clauses = {split(0.7, 0.3 - 1e-8)};
  Plan plan = paths(10);
  plan.in_full = false;
  const Outcome result = outcome(scenario, plan);
  CHECK(result.schemes[0].parties[1].payback.q50 == 3);
  CHECK(result.schemes[1].parties[1].payback.q50 == 4);
  CHECK(result.schemes[0].parties[0].payback.q50 == 0);
}

TEST_CASE("Where no pool comes, shares make no difference", "[run][blend]") {
  Scenario scenario = scenario_of(forecast(Levels{{Number{0}, Number{0}, Number{8}}}), 3, {});
  for (const double part : {0.0, 0.5, 1.0}) {
    scenario.schemes.push_back(contract("one", {split(part, 1 - part)}));
    scenario.schemes.back().costs = {cost(Payments{{Number{4}}}, Number{1}, shares(1, 0))};
  }
  Plan plan = paths(10);
  plan.in_full = false;
  const Outcome result = outcome(scenario, plan);
  CHECK_FALSE(result.schemes[0].parties[0].payback.q50);
  CHECK(result.schemes[1].parties[0].payback.q50 == 3);
  CHECK(result.schemes[2].parties[0].payback.q50 == 3);
  for (const SchemeOutcome& one : result.schemes) {
    CHECK(one.parties[1].payback.q50 == 0);
    CHECK(one.parties[1].floor_calls.value == 0);
  }
}

}  // namespace shanhai::run
