#include "run/precision.hpp"

#include <catch2/catch.hpp>

#include "run/examples.hpp"
#include "run/outcome_bits.hpp"

namespace shanhai::run {
namespace {

Plan to(double precision, std::uint64_t most) {
  Plan plan = paths(most);
  plan.precision = precision;
  return plan;
}

// One stream of 100 a year for 10 years: its present value at 6% is 736.
Scenario plain_forecast(std::vector<scheme::Scheme> schemes) {
  return scenario_of(forecast(Number{100}, 0.2, 0.5), 10, std::move(schemes));
}

Scenario alike() {
  return plain_forecast({contract("even", {split(0.5, 0.5)}), contract("odd", {split(0.5, 0.5)})});
}

// The second contract takes the tail of revenue, which no control explains in full.
Scenario capped() {
  const scheme::Cap cap{PartyRef{1}, Number{45}, std::nullopt, PartyRef{0}};
  return plain_forecast({contract("even", {split(0.5, 0.5)}), contract("capped", {split(0.5, 0.5), cap})});
}

}  // namespace

TEST_CASE("A difference is clear, too close, or open", "[run][precision]") {
  CHECK(verdict({10, 1}, 5, 3) == Verdict::a_better);
  CHECK(verdict({-10, 1}, 5, 3) == Verdict::b_better);
  CHECK(verdict({2, 1}, 5, 3) == Verdict::too_close);
  CHECK(verdict({2, 2}, 5, 3) == Verdict::open);
  CHECK(verdict({0, 0}, 5, 3) == Verdict::too_close);
}

TEST_CASE("Looks share the error of 5%, and pairs share that of a look", "[run][precision]") {
  CHECK(half_width_of_mean() == Approx(2.575829).epsilon(1e-6));         // 1%, two-sided
  CHECK(half_width_of_difference(2) == Approx(2.575829).epsilon(1e-6));  // one pair
  CHECK(half_width_of_difference(5) == Approx(3.290527).epsilon(1e-6));  // ten pairs: 0.1%
}

TEST_CASE("A run stops when its means are as precise as was asked", "[run][precision]") {
  const Scenario scenario = busy_scenario(6);
  const Outcome found = outcome(scenario, to(0.002, 1'000'000));
  REQUIRE(found.precision);
  CHECK(found.precision->reached);
  CHECK(found.plan.paths < 200'000);
  CHECK(found.precision->gain > 3);
  const Outcome many = outcome(scenario, paths(400'000));
  for (std::size_t scheme = 0; scheme < 2; ++scheme) {
    for (std::size_t party = 0; party < 2; ++party) {
      const Estimate mean = found.schemes[scheme].parties[party].npv.mean;
      const Estimate truth = many.schemes[scheme].parties[party].npv.mean;
      CHECK(half_width_of_mean() * mean.error <= found.precision->tolerance[scheme * 2 + party]);
      CHECK(std::abs(mean.value - truth.value) < most_errors * std::hypot(mean.error, truth.error));
    }
  }
}

TEST_CASE("The tolerance is a part of the present value of retained revenue", "[run][precision]") {
  const Outcome found = outcome(capped(), to(0.01, 100'000));
  CHECK(found.precision->tolerance[0] == Approx(7.36).epsilon(0.02));
}

TEST_CASE("The control of a plain share of a forecast explains it in full", "[run][precision]") {
  const Outcome found = outcome(capped(), to(0.01, 100'000));
  CHECK(found.plan.paths == first_look);
  CHECK(found.schemes[0].parties[0].npv.mean.value == Approx(50 * 7.3600871).epsilon(1e-6));
  CHECK(found.schemes[0].parties[0].npv.mean.error < 1e-5);
}

TEST_CASE("Contracts that do the same are too close to call", "[run][precision]") {
  const Outcome found = outcome(alike(), to(0.01, 100'000));
  CHECK(found.precision->reached);
  CHECK(found.comparisons[0].verdict == Verdict::too_close);
  const Outcome clear = outcome(capped(), to(0.01, 100'000));
  CHECK(clear.comparisons[0].verdict == Verdict::b_better);  // the host takes what the cap cuts
  CHECK(clear.comparisons[1].verdict == Verdict::a_better);
}

TEST_CASE("A run ends with its paths, and says that they were too few", "[run][precision]") {
  const Outcome found = outcome(busy_scenario(6), to(1e-5, 20'000));
  CHECK_FALSE(found.precision->reached);
  CHECK(found.plan.paths == 20'000);
  CHECK(found.precision->looks <= Precision::most_looks);
  const Outcome few = outcome(busy_scenario(6), to(0.001, 50));  // too few to fit controls to
  CHECK_FALSE(few.precision->reached);
  CHECK(few.precision->gain == Approx(1));
}

TEST_CASE("All but the means is what as many plain paths give", "[run][precision]") {
  const Outcome found = outcome(busy_scenario(6), to(0.002, 1'000'000));
  Outcome plain = outcome(busy_scenario(6), paths(found.plan.paths));
  for (std::size_t scheme = 0; scheme < plain.schemes.size(); ++scheme) {
    plain.schemes[scheme].total_npv.mean = found.schemes[scheme].total_npv.mean;
    for (std::size_t party = 0; party < 2; ++party) {
      plain.schemes[scheme].parties[party].npv.mean = found.schemes[scheme].parties[party].npv.mean;
    }
  }
  for (std::size_t pair = 0; pair < plain.comparisons.size(); ++pair) {
    plain.comparisons[pair].mean_difference = found.comparisons[pair].mean_difference;
    plain.comparisons[pair].ci_low = found.comparisons[pair].ci_low;
    plain.comparisons[pair].ci_high = found.comparisons[pair].ci_high;
  }
  CHECK((bits_of(plain) == bits_of(found)));
}

TEST_CASE("Sharpened means still add up", "[run][precision]") {
  const Outcome found = outcome(busy_scenario(6), to(0.002, 1'000'000));
  for (const SchemeOutcome& scheme : found.schemes) {
    CHECK(scheme.parties[0].npv.mean.value + scheme.parties[1].npv.mean.value ==
          Approx(scheme.total_npv.mean.value).epsilon(1e-9));
  }
  const double difference = found.schemes[0].parties[1].npv.mean.value - found.schemes[1].parties[1].npv.mean.value;
  CHECK(found.comparisons[1].mean_difference.value == Approx(difference).margin(1e-6));
}

TEST_CASE("A run to a precision gives the same bits for any threads and any block", "[run][precision][reproducible]") {
  Plan plan = to(0.001, 30'000);
  const std::vector<std::uint64_t> expected = bits_of(outcome(busy_scenario(6), plan));
  for (const unsigned threads : {1U, 2U, 5U}) {
    for (const std::size_t block : {7U, 256U, 5000U}) {
      plan.threads = threads;
      plan.block = block;
      CHECK((bits_of(outcome(busy_scenario(6), plan)) == expected));
    }
  }
}

TEST_CASE("Every control has the mean 0", "[run][precision]") {
  const Scenario scenario = busy_scenario(8);
  const Plan plan = paths(100 * 1024);
  const Setup setup(scenario, plan, std::vector<double>(8, 1.0));
  Gathered gathered(setup, plan);
  Watch watch;
  REQUIRE_FALSE(gather(setup, plan, plan.paths, gathered, watch));
  REQUIRE(gathered.kept.controls.size() == Controls::count(scenario));
  std::size_t moving = 0;
  for (std::size_t control = 0; control < gathered.kept.controls.size(); ++control) {
    const stats::Moments moments = stats::moments(gathered.kept.controls[control]);
    moving += moments.sd() > 0 ? 1U : 0U;
    CHECK(std::abs(moments.mean()) <= most_errors * moments.standard_error());
  }
  CHECK(moving == gathered.kept.controls.size());
}

TEST_CASE("A scenario without chance needs no second look", "[run][precision]") {
  const Scenario scenario = scenario_of(forecast(Number{100}), 5, {contract("even", {split(0.5, 0.5)})});
  const Outcome found = outcome(scenario, to(0.001, 100'000));
  CHECK(found.precision->reached);
  CHECK(found.precision->looks == 1);
  CHECK(found.schemes[0].parties[0].npv.mean.error == 0);
}

}  // namespace shanhai::run
