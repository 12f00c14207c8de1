#include "sweep/read_sweep.hpp"

#include "core/say.hpp"
#include "sweep/example_sweep.hpp"

namespace shanhai::sweep {
namespace {

/// Place, path and message of the only fault.
std::string fault_of(const std::string& text) {
  const SweepReading reading = read_sweep("sweep: 1\nbase: a.yaml\n" + text);
  CHECK_FALSE(reading.sweep);
  REQUIRE(reading.diagnostics.size() == 1);
  const Diagnostic& fault = reading.diagnostics.front();
  return fmt::format("{}:{} {}: {}", fault.place.line, fault.place.column, fault.path, fault.message.en);
}

}  // namespace

TEST_CASE("A sweep is read as written", "[sweep][read]") {
  const Sweep sweep = sweep_of(
      "design: grid\npaths: 2000\nwhere: ratio < 0.6\naxes:\n"
      "  ratio: {schemes.plain.shares.host: [40%, 50%], schemes.capped.shares.host: [30%, 40%]}\n"
      "  revenue.park.sectors.mill.growth: {from: 2%, to: 6%, steps: 3}\n");
  CHECK(sweep.base == "a.yaml");
  CHECK(sweep.design == Design::grid);
  CHECK(sweep.paths == 2000);
  CHECK(sweep.where == "ratio < 0.6");
  REQUIRE(sweep.axes.size() == 2);
  CHECK(sweep.axes[0].name == "ratio");
  CHECK(sweep.axes[0].levels == 2);
  REQUIRE(sweep.axes[0].keys.size() == 2);
  CHECK(sweep.axes[0].keys[1].path == "schemes.capped.shares.host");
  CHECK(sweep.axes[0].keys[1].listed[1].text == "40%");
  CHECK(sweep.axes[1].name == "revenue.park.sectors.mill.growth");
  CHECK(sweep.axes[1].is_range());
  CHECK(sweep.axes[1].keys[0].from == 0.02);
  CHECK(sweep.axes[1].keys[0].to == 0.06);
  CHECK(sweep.axes[1].levels == 3);
}

TEST_CASE("Designs are read by name, with their points where they are drawn", "[sweep][read]") {
  const std::string axis = "\naxes: {seed: {from: 1, to: 2}}\n";
  CHECK(sweep_of("design: {latin_hypercube: 20}" + axis).samples == 20);
  CHECK(sweep_of("design: {latin_hypercube: 20}" + axis).design == Design::latin_hypercube);
  CHECK(sweep_of("design: {sobol: 8}" + axis).design == Design::sobol);
  CHECK(sweep_of("design: {saltelli: 16}" + axis).design == Design::saltelli);
  CHECK(sweep_of("design: {saltelli: 16}" + axis).samples == 16);
  CHECK(sweep_of("design: list\naxes: {seed: [1, 2]}\n").design == Design::list);
  CHECK(sweep_of("axes: {seed: [1, 2]}\n").design == Design::grid);
}

TEST_CASE("Every fault of a sweep names its place", "[sweep][read][message]") {
  CHECK(fault_of("axes: {seed: [1]}\ndesing: grid\n") == "4:1 : expected a key known here, found 'desing'");
  CHECK(fault_of("design: square\naxes: {seed: [1]}\n") ==
        "3:9 design: expected grid, list, {latin_hypercube: points}, {sobol: points} or {saltelli: base rows}, found "
        "'square'");
  CHECK(fault_of("axes: {seed: {from: 1, to: 3}}\n") ==
        "3:8 axes.seed: expected the key steps, which grid and list need, found none");
  CHECK(fault_of("design: list\naxes: {seed: [1, 2], horizon.years: [3]}\n") ==
        "4:22 axes.horizon.years: expected 2 values, as the first axis has, found 1");
  CHECK(fault_of("axes: {a: {seed: [1, 2], horizon.years: [3]}}\n") ==
        "3:41 axes.a.horizon.years: expected 2 values, as many as the other keys of the axis, found [3]");
  CHECK(fault_of("axes: {seed: 5}\n") == "3:14 axes.seed: expected a map of keys, found '5'");
  CHECK(fault_of("axes: {seed: {from: 1}}\ndesign: {sobol: 4}\n") == "3:14 axes.seed: expected the key to, found none");
  CHECK(fault_of("design: {saltelli: 8}\naxes: {seed: {from: 1, to: 2}}\nwhere: seed < 2\n") ==
        "5:8 where: expected no condition, found 'seed < 2'");
  CHECK(fault_of("design: {sobol: 0}\naxes: {seed: {from: 1, to: 2}}\n") ==
        "3:17 design.sobol: expected a whole number from 1 to 1e+07, found '0'");
}

TEST_CASE("An axis must be a key of the base scenario, or one that can be added to it", "[sweep][read][message]") {
  const Sweep sweep = sweep_of(
      "axes:\n  schemes.plain.shares.hots: [1]\n  schemes.plane.shares.host: [1]\n"
      "  revenue.park.sectors.mill.rho: [0.1]\n  costs[0].amount: [1]\n  costs[1].amount: [1]\n");
  const std::vector<Diagnostic> faults = faults_of_keys(sweep, base_node());
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].place == Place{5, 3});
  CHECK(faults[0].message.en == "expected the path of a key in the base scenario, found 'schemes.plane.shares.host'");
  CHECK(faults[0].help.en == "did you mean 'schemes.plain.shares.host'?");
  CHECK(faults[1].place == Place{8, 3});
}

}  // namespace shanhai::sweep
