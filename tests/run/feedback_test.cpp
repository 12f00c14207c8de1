#include "run/feedback.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "run/examples.hpp"
#include "run/outcome_bits.hpp"

namespace shanhai::run {
namespace {

scheme::Feedback effort(double host, double origin) {
  scheme::Feedback feedback;
  feedback.effort.of = {Number{host}, Number{origin}};
  feedback.reference.of = {Number{0.5}, Number{0.5}};
  return feedback;
}

Scenario park_under(std::vector<scheme::Scheme> schemes, scheme::Feedback feedback, int years = 3) {
  Scenario scenario = scenario_of(rented_park(), years, std::move(schemes));
  scenario.feedback = feedback;
  return scenario;
}

// Firms at the end of year t under a scheme: each pays a rent of 1.
double firms(const Outcome& of, std::size_t scheme, std::size_t t) {
  return of.revenue[scheme][0].local.mean[t - 1].value;
}

}  // namespace

TEST_CASE("Arrivals answer to the parties' parts, scheme by scheme", "[run][feedback]") {
  const Scenario scenario =
      park_under({contract("even", {split(0.5, 0.5)}), contract("uneven", {split(0.8, 0.2)})}, effort(0.3, 0.2));
  const Outcome found = outcome(scenario, twin());
  REQUIRE(found.revenue.size() == 2);
  const double boost = std::pow(0.8 / 0.5, 0.3) * std::pow(0.2 / 0.5, 0.2);
  for (const std::size_t t : {1U, 2U, 3U}) {
    CHECK(firms(found, 0, t) == Approx(2.0 * static_cast<double>(t)));
    CHECK(firms(found, 1, t) == Approx(2.0 * static_cast<double>(t) * boost));
  }
}

TEST_CASE("A party left with nothing still counts for one percent", "[run][feedback]") {
  const Outcome found = outcome(park_under({contract("all", {split(1, 0)})}, effort(0, 0.5)), twin());
  CHECK(firms(found, 0, 1) == Approx(2 * std::sqrt(0.01 / 0.5)));
}

TEST_CASE("A fund's spending brings firms, up to its reference", "[run][feedback]") {
  scheme::Fund fund;
  fund.share = Number{0.5};
  fund.spend = Number{0.1};
  fund.yield.mean = Number{0};
  fund.ownership = shares(1, 0);
  scheme::Feedback feedback = effort(0, 0);
  feedback.fund = 0.2;
  feedback.fund_reference = 2;
  const Outcome found = outcome(park_under({contract("fund", {fund, split(1, 0)})}, feedback), twin());
  // Every firm brings 11. Year 1: 2 firms, 11 into the fund; year 2 spends 1.1 of it, year 3 a tenth of 9.9 + in.
  CHECK(firms(found, 0, 1) == Approx(2));
  const double year2 = 2 + 2 * (1 + 0.2 * 1.1 / 2);
  CHECK(firms(found, 0, 2) == Approx(year2));
  const double spent = 0.1 * (9.9 + 0.5 * 11 * year2);
  REQUIRE(spent > 2);
  CHECK(firms(found, 0, 3) == Approx(year2 + 2 * 1.2));
}

TEST_CASE("Parts move with the contract's phases and its reached cap", "[run][feedback]") {
  scheme::Split phased;
  phased.phases = scheme::Phases{{{1, 2}, {{shares(0.5, 0.5)}}}, {{3, YearRange::forever}, {{shares(0.2, 0.8)}}}};
  const scheme::Cap cap{PartyRef{1}, Number{15}, std::nullopt, PartyRef{0}};
  const Scenario scenario =
      park_under({contract("phases", {phased}), contract("cap", {split(0.5, 0.5), cap})}, effort(0, 0.5));
  const Outcome found = outcome(scenario, twin());
  CHECK(firms(found, 0, 2) == Approx(4));
  CHECK(firms(found, 0, 3) == Approx(4 + 2 * std::sqrt(0.8 / 0.5)));
  // Half of 22 + 44 is beyond the cap after year 2.
  CHECK(firms(found, 1, 2) == Approx(4));
  CHECK(firms(found, 1, 3) == Approx(4 + 2 * std::sqrt(0.01 / 0.5)));
}

TEST_CASE("Where every part is as forecast, feedback changes no path", "[run][feedback]") {
  Scenario scenario =
      park_under({contract("a", {split(0.5, 0.5)}), contract("b", {split(0.5, 0.5)})}, effort(0.3, 0.2));
  const auto answering = npvs(scenario, paths(100));
  CHECK((answering[0] == answering[2]));
  scenario.feedback.reset();
  CHECK((npvs(scenario, paths(100)) == answering));
}

TEST_CASE("Feedback changes the park on the same draws", "[run][feedback]") {
  const Scenario scenario =
      park_under({contract("even", {split(0.5, 0.5)}), contract("more", {split(0.5, 0.5)})}, effort(0.3, 0.2));
  Scenario pushed = scenario;
  pushed.schemes[1].clauses = {split(0.9, 0.1)};
  pushed.feedback = effort(0.3, 0);
  const Plan plan = paths(2000);
  const Outcome found = outcome(pushed, plan);
  // More expected firms on the same uniform numbers are never fewer firms.
  const auto worth = npvs(pushed, plan);
  for (std::size_t path = 0; path < 2000; ++path) {
    CHECK(worth[0][path] + worth[1][path] <= worth[2][path] + worth[3][path] + 1e-9);
  }
  CHECK(firms(found, 1, 3) > firms(found, 0, 3));
}

}  // namespace shanhai::run
