#include "sweep/bundle.hpp"

#include <algorithm>
#include <numeric>

#include "input/scenario.hpp"
#include "run/outcome_bits.hpp"
#include "run/run.hpp"
#include "sweep/example_sweep.hpp"

namespace shanhai::sweep {
namespace {

Bundled bundle_all(const Sweep& sweep) {
  const Points points(sweep, 7);
  std::vector<std::uint64_t> all(points.size());
  std::iota(all.begin(), all.end(), 0);
  return bundle(sweep, base_node(), points, all);
}

run::Outcome outcome(const run::Scenario& scenario, bool in_full = false) {
  run::Plan plan;
  plan.seed = scenario.seed;
  plan.paths = 3000;
  plan.in_full = in_full;
  run::Watch watch;
  return std::get<run::Outcome>(run::run(scenario, plan, watch));
}

std::vector<std::uint64_t> bits(run::SchemeOutcome scheme) {
  run::Outcome alone;
  alone.schemes = {std::move(scheme)};
  return run::bits_of(alone);
}

// The costs and revenue of the base are some hundreds.
Approx close_to(double value) {
  return Approx(value).epsilon(0).margin(1e-9);
}

void check_close(const run::PartyOutcome& blended, const run::PartyOutcome& plain) {
  CHECK(blended.npv.mean.value == close_to(plain.npv.mean.value));
  CHECK(blended.npv.mean.error == close_to(plain.npv.mean.error));
  CHECK(blended.npv.sd.value == close_to(plain.npv.sd.value));
  CHECK(blended.npv.q05.value == close_to(plain.npv.q05.value));
  CHECK(blended.npv.q95.value == close_to(plain.npv.q95.value));
  CHECK(blended.cvar05.value == close_to(plain.cvar05.value));
  CHECK(blended.p_negative.value == plain.p_negative.value);
  CHECK(blended.p_below_reservation.value == plain.p_below_reservation.value);
  CHECK(blended.payback.q05 == plain.payback.q05);
  CHECK(blended.payback.q50 == plain.payback.q50);
  CHECK(blended.payback.q95 == plain.payback.q95);
  CHECK(blended.payback.never.value == plain.payback.never.value);
  CHECK(blended.floor_calls.value == plain.floor_calls.value);
  CHECK_FALSE(blended.cap_year);
}

}  // namespace

TEST_CASE("A scheme in a bundle has the bits of a sweep of its own", "[sweep][bundle][reproducible]") {
  const Sweep sweep = sweep_of(
      "axes:\n  schemes.plain.shares.host: [30%, 70%]\n  schemes.capped.cap.total: [100, 500]\n  costs[0].amount: [50, "
      "200]\n");
  const Points points(sweep, 7);
  const Bundled bundled = bundle_all(sweep);
  REQUIRE(bundled.bundles.size() == 1);
  const Bundle& one = bundled.bundles.front();
  CHECK(one.points.size() == 8);
  CHECK(one.scenario.schemes.size() == 2 * 2 + 2 * 2);  // plain by ratio and cost, capped by cap and cost
  const run::Outcome together = outcome(one.scenario);
  for (std::size_t at = 0; at < one.points.size(); ++at) {
    const run::Scenario alone = *input::read_scenario(scenario_at(sweep, base_node(), points, one.points[at])).scenario;
    CHECK(one.hashes[at] == alone.hash);
    const run::Outcome by_itself = outcome(alone);
    for (std::size_t scheme = 0; scheme < 2; ++scheme) {
      CHECK(bits(together.schemes[one.at[at][scheme]]) == bits(by_itself.schemes[scheme]));
    }
  }
}

TEST_CASE("A ratio in a bundle is that of a run of its own, but for rounding", "[sweep][bundle]") {
  const Sweep sweep = sweep_of("axes: {schemes.plain.shares.host: {from: 0, to: 100%, steps: 21}}\n");
  const Points points(sweep, 7);
  const Bundled bundled = bundle_all(sweep);
  REQUIRE(bundled.bundles.size() == 1);
  const Bundle& one = bundled.bundles.front();
  const run::Outcome together = outcome(one.scenario);
  for (std::size_t at = 0; at < one.points.size(); ++at) {
    const run::Outcome alone =
        outcome(*input::read_scenario(scenario_at(sweep, base_node(), points, one.points[at])).scenario, true);
    const run::SchemeOutcome& blended = together.schemes[one.at[at][0]];
    const run::SchemeOutcome& plain = alone.schemes[0];
    CHECK(blended.acceptance.value == plain.acceptance.value);
    for (std::size_t party = 0; party < 2; ++party) {
      check_close(blended.parties[party], plain.parties[party]);
    }
    for (std::size_t scheme = 0; scheme < 2; ++scheme) {
      const run::Spread& total = together.schemes[one.at[at][scheme]].total_npv;
      CHECK(total.mean.value == close_to(alone.schemes[scheme].total_npv.mean.value));
    }
  }
}

TEST_CASE("Points whose terms have other uncertain numbers are runs of their own", "[sweep][bundle]") {
  const Sweep sweep =
      sweep_of("axes: {schemes.capped.cap.total: [100, {uniform: [50, 150]}, 200, {uniform: [50, 150]}]}\n");
  const Bundled bundled = bundle_all(sweep);
  REQUIRE(bundled.bundles.size() == 2);
  CHECK(bundled.bundles[0].points == std::vector<std::uint64_t>{0, 2});
  CHECK(bundled.bundles[1].points == std::vector<std::uint64_t>{1, 3});
}

TEST_CASE("A point that is no scenario fails with its reason, and the others go on", "[sweep][bundle]") {
  const Sweep sweep = sweep_of("axes: {schemes.plain.shares.host: [50%, 150%, 60%]}\n");
  const Bundled bundled = bundle_all(sweep);
  REQUIRE(bundled.failures.size() == 1);
  CHECK(bundled.failures[0].point == 1);
  CHECK(bundled.failures[0].reason.en.find("schemes.plain.shares.host: expected") != std::string::npos);
  CHECK(bundled.failures[0].reason.zh.find("应为") != std::string::npos);
  REQUIRE(bundled.bundles.size() == 1);
  CHECK(bundled.bundles[0].points == std::vector<std::uint64_t>{0, 2});
}

}  // namespace shanhai::sweep
