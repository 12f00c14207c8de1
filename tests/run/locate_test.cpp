#include "run/locate.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "random/sample.hpp"
#include "run/examples.hpp"

namespace shanhai::run {
namespace {

NonFinite failure(const Scenario& scenario, const Plan& plan) {
  Watch watch;
  return std::get<NonFinite>(run(scenario, plan, watch));
}

// The first path on which the scenario's first uncertain number is above a bound.
std::uint64_t first_above(const Scenario& scenario, double bound) {
  std::vector<double> drawn(10'000);
  const UncertainNumber& number = scenario.uncertain[0];
  random::Sampler(number.law).draw(random::Stream(42, number.name), {0, drawn.size()}, drawn);
  const auto found = std::ranges::find_if(drawn, [&](double value) { return value > bound; });
  return static_cast<std::uint64_t>(found - drawn.begin());
}

// One path in a thousand has the bad value. Of this name the first are 192 in the first unit of 1024 paths and the last
// but 20 in the two units after it: threads that work side by side find the earliest one first.
UncertainNumber seldom(double good, double bad) {
  return {"seldom 484", Discrete{{{good, 0.999}, {bad, 0.001}}}};
}

// Plans between which the answer must not differ.
Plan any_plan() {
  Plan plan = paths(9000);
  plan.threads = GENERATE(1U, 3U);
  plan.block = GENERATE(1U, 7U, 1024U, 5000U);
  plan.in_full = GENERATE(true, false);
  return plan;
}

}  // namespace

TEST_CASE("Revenue that overflows is named with its path and year", "[run][locate]") {
  Scenario scenario =
      scenario_of(forecast(Levels{{Number{1}, Number{1}, Number{1, 0}}}), 150, {contract("half", {split(0.5, 0.5)})});
  scenario.uncertain = {seldom(1, INFINITY)};
  const NonFinite found = failure(scenario, any_plan());
  CHECK(found.path == first_above(scenario, 2));
  CHECK(found.path > 100);
  CHECK(found.year == 3);
  CHECK(found.quantity.en == "revenue of 'vat'");
  CHECK(found.quantity.zh == "“vat”收入");
}

TEST_CASE("A cash flow that overflows is named with its party and scheme", "[run][locate]") {
  Scenario scenario = scenario_of(
      forecast(Levels{Number{1}}), 2, {contract("first", {split(0.5, 0.5)}), contract("second", {split(0.5, 0.5)})});
  scenario.schemes[1].costs = {cost(Payments{{Number{0}, Number{1e300}}}, Number{1, 0}, shares(0, 1))};
  scenario.uncertain = {seldom(1, 1e10)};
  const NonFinite found = failure(scenario, any_plan());
  CHECK(found.path == first_above(scenario, 2));
  CHECK(found.year == 1);
  CHECK(found.quantity.en == "cash flow of origin under 'second'");
  CHECK(found.quantity.zh == "方案“second”下origin的现金流");
}

TEST_CASE("A worth that overflows though every year is finite is found on its path", "[run][locate]") {
  Scenario scenario = scenario_of(forecast(Levels{Number{1}}), 200, {contract("half", {split(0.5, 0.5)})});
  scenario.parties[1].discount_rate = Number{0.06, 0};
  scenario.uncertain = {{"seldom", Discrete{{{-0.99, 0.001}, {0.06, 0.999}}}}};  // 100^200 is beyond all doubles
  Plan plan = paths(1000);
  plan.block = GENERATE(7U, 1024U);
  std::vector<double> drawn(1000);
  random::Sampler(scenario.uncertain[0].law).draw(random::Stream(42, "seldom"), {0, 1000}, drawn);
  const auto bad = std::ranges::find(drawn, -0.99);
  REQUIRE(bad != drawn.end());
  const NonFinite found = failure(scenario, plan);
  CHECK(found.path == static_cast<std::uint64_t>(bad - drawn.begin()));
  CHECK(found.year == 200);
  CHECK(found.quantity.en == "net present value of origin under 'half'");
}

TEST_CASE("Finite numbers whose sum overflows are no failure of revenue", "[run][locate]") {
  Scenario scenario = scenario_of(forecast(Levels{Number{1e308}}), 3, {contract("none", {split(1, 0)})});
  scenario.parties[0].discount_rate = 9;
  CHECK(outcome(scenario, paths(10)).revenue[0][0].local.mean[2].value == Approx(1e308));
}

TEST_CASE("What overflows only in what schemes have in common is named by its path", "[run][locate]") {
  const Scenario scenario = scenario_of(forecast(Levels{Number{1e308}}), 3, {contract("low", {split(0.2, 0.2)})});
  Plan plan = paths(10);
  plan.in_full = false;
  const NonFinite found = failure(scenario, plan);
  CHECK(found.path == 0);
  CHECK(found.quantity.en == "net present value");
}

}  // namespace shanhai::run
