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

run::Outcome outcome(const run::Scenario& scenario) {
  run::Plan plan;
  plan.seed = scenario.seed;
  plan.paths = 3000;
  plan.in_full = false;
  run::Watch watch;
  return std::get<run::Outcome>(run::run(scenario, plan, watch));
}

std::vector<std::uint64_t> bits(run::SchemeOutcome scheme) {
  run::Outcome alone;
  alone.schemes = {std::move(scheme)};
  return run::bits_of(alone);
}

}  // namespace

TEST_CASE("A scheme in a bundle has the bits of a run of its own", "[sweep][bundle][reproducible]") {
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
