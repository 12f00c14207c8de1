#include "run/evaluate.hpp"

#include <cmath>
#include <functional>
#include <vector>

#include <catch2/catch.hpp>

#include "run/examples.hpp"
#include "run/internal_rate_reference.hpp"

namespace shanhai::run {
namespace {

double phi(double z) {
  return std::erfc(-z / std::sqrt(2.0)) / 2;
}

constexpr double z05 = -1.6448536269514722;
constexpr double z25 = -0.6744897501960817;

// The host pays 37 and receives 40% of a lognormal 100 a year later.
struct OneYear {
  static constexpr double sd = 0.3;
  static constexpr double scale = 40 / 1.06;
  static constexpr double paid = 37;

  Scenario scenario = scenario_of(forecast(Levels{Number{100}}, sd), 1, {contract("share", {split(0.4, 0.6)})});

  OneYear() { scenario.schemes[0].costs = {cost(Payments{{Number{paid}}}, Number{1}, shares(1, 0))}; }

  [[nodiscard]] static double quantile(double z) { return scale * std::exp(sd * z - sd * sd / 2) - paid; }

  [[nodiscard]] static double mean() { return scale - paid; }

  [[nodiscard]] static double deviation() { return scale * std::sqrt(std::exp(sd * sd) - 1); }

  [[nodiscard]] static double p_negative() { return phi((std::log(paid / scale) + sd * sd / 2) / sd); }

  [[nodiscard]] static double cvar() { return scale * phi(z05 - sd) / 0.05 - paid; }
};

// The host pays a cost of 10 or, on a quarter of the paths, 30, and receives 6 a year for three years.
Scenario two_futures() {
  Scenario scenario = scenario_of(forecast(Levels{Number{6}}), 3, {contract("all", {split(1, 0)})});
  scenario.schemes[0].costs = {cost(Payments{{Number{10}}}, Number{1.5, 0}, shares(1, 0))};
  scenario.uncertain = {{"overrun.building", Discrete{{{1, 0.75}, {3, 0.25}}}}};
  return scenario;
}

const PartyOutcome& host(const Outcome& of, std::size_t scheme = 0) {
  return of.schemes[scheme].parties[0];
}

const PartyOutcome& origin(const Outcome& of, std::size_t scheme = 0) {
  return of.schemes[scheme].parties[1];
}

double binomial_tail_below(int hits, int n, double p) {
  double sum = 0;
  for (int k = 0; k < hits; ++k) {
    sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) + k * std::log(p) +
                    (n - k) * std::log(1 - p));
  }
  return sum;
}

}  // namespace

TEST_CASE("A lognormal share has its mean, spread, quantiles and tail", "[run][evaluate][statistical]") {
  const Outcome found = outcome(OneYear().scenario, paths(100'000));
  const PartyOutcome& one = host(found);
  CHECK(errors_off(one.npv.mean, OneYear::mean()) < most_errors);
  CHECK(errors_off(one.npv.sd, OneYear::deviation()) < most_errors);
  CHECK(errors_off(one.npv.q05, OneYear::quantile(z05)) < most_errors);
  CHECK(errors_off(one.npv.q25, OneYear::quantile(z25)) < most_errors);
  CHECK(errors_off(one.npv.q50, OneYear::quantile(0)) < most_errors);
  CHECK(errors_off(one.npv.q75, OneYear::quantile(-z25)) < most_errors);
  CHECK(errors_off(one.npv.q95, OneYear::quantile(-z05)) < most_errors);
  CHECK(errors_off(one.p_negative, OneYear::p_negative()) < most_errors);
  CHECK(errors_off(one.cvar05, OneYear::cvar()) < most_errors);
  CHECK(one.npv.mean.error == Approx(OneYear::deviation() / std::sqrt(1e5)).epsilon(0.02));
  CHECK(one.p_leave[0].value == 0);
  CHECK(one.p_leave[0].error > 0);
}

TEST_CASE("A forecast that walks at random has its worth in closed form", "[run][evaluate][statistical]") {
  constexpr double sd = 0.2;
  const Scenario scenario = scenario_of(
      forecast(Levels{{Number{100}, Number{200}, Number{300}}}, sd), 3, {contract("share", {split(0.4, 0.6)})});
  const Outcome found = outcome(scenario, paths(100'000));
  double mean = 0;
  double variance = 0;  // covariance of I_s and I_t: exp(sd² min(s, t)) - 1
  for (int t = 1; t <= 3; ++t) {
    mean += 60 * t * std::pow(1.06, -t);
    for (int s = 1; s <= 3; ++s) {
      variance += 3600 * s * t * std::pow(1.06, -s - t) * (std::exp(sd * sd * std::min(s, t)) - 1);
    }
    const auto at = static_cast<std::size_t>(t);
    CHECK(errors_off(origin(found).cash_flow.mean[at], 60 * t) < most_errors);
    CHECK(errors_off(origin(found).accrual[at - 1], 60 * t) < most_errors);
    CHECK(errors_off(found.revenue[0][0].local.mean[at - 1], 100 * t) < most_errors);
    const double q95 = 100 * t * std::exp(-z05 * sd * std::sqrt(t) - sd * sd * t / 2);
    CHECK(errors_off(found.revenue[0][0].local.q95[at - 1], q95) < most_errors);
    CHECK(errors_off(origin(found).cash_flow.q95[at], 0.6 * q95) < most_errors);
  }
  CHECK(errors_off(origin(found).npv.mean, mean) < most_errors);
  CHECK(errors_off(origin(found).npv.sd, std::sqrt(variance)) < most_errors);
  CHECK(errors_off(found.schemes[0].total_npv.mean, mean / 0.6) < most_errors);
  CHECK(errors_off(found.schemes[0].total_npv.sd, std::sqrt(variance) / 0.6) < most_errors);
}

TEST_CASE("95% intervals hold the truth on 95% of all seeds", "[run][evaluate][statistical]") {
  constexpr int seeds = 400;
  using Reads = std::function<Estimate(const PartyOutcome&)>;
  const std::vector<std::pair<Reads, double>> truths{
      {[](const PartyOutcome& of) { return of.npv.mean; }, OneYear::mean()},
      {[](const PartyOutcome& of) { return of.npv.sd; }, OneYear::deviation()},
      {[](const PartyOutcome& of) { return of.npv.q50; }, OneYear::quantile(0)},
      {[](const PartyOutcome& of) { return of.npv.q95; }, OneYear::quantile(-z05)},
      {[](const PartyOutcome& of) { return of.p_negative; }, OneYear::p_negative()},
      {[](const PartyOutcome& of) { return of.cvar05; }, OneYear::cvar()}};
  std::vector<int> hits(truths.size(), 0);
  const Scenario scenario = OneYear().scenario;
  for (int seed = 0; seed < seeds; ++seed) {
    Plan plan = paths(2000);
    plan.seed = static_cast<std::uint64_t>(seed);
    const Outcome found = outcome(scenario, plan);
    for (std::size_t truth = 0; truth < truths.size(); ++truth) {
      const Estimate estimate = truths[truth].first(host(found));
      hits[truth] += errors_off(estimate, truths[truth].second) < 1.96 ? 1 : 0;
    }
  }
  for (const int one : hits) {
    INFO(one << " of " << seeds);
    CHECK(binomial_tail_below(one + 1, seeds, 0.95) > 1e-6);
    CHECK(1 - binomial_tail_below(one, seeds, 0.95) > 1e-6);
  }
}

TEST_CASE("Payback and internal rate count the futures", "[run][evaluate][statistical]") {
  const Outcome found = outcome(two_futures(), paths(10'000));
  const PartyOutcome& one = host(found);
  CHECK(one.payback.q05 == 2);
  CHECK(one.payback.q50 == 2);
  CHECK_FALSE(one.payback.q95);
  CHECK(errors_off(one.payback.never, 0.25) < most_errors);
  CHECK(one.irr.q50->value == Approx(*internal_rate(std::vector<double>{-10, 6, 6, 6})));
  CHECK(one.irr.q05->value == Approx(*internal_rate(std::vector<double>{-30, 6, 6, 6})));
  CHECK(one.irr.none.value == 0);
  CHECK(errors_off(one.p_negative, 0.25) < most_errors);
  CHECK(origin(found).payback.q95 == 0);
  CHECK(origin(found).irr.none.value == 1);
  CHECK_FALSE(origin(found).irr.q50);
}

TEST_CASE("Bad futures break the deal, and show in the flows at signing", "[run][evaluate][statistical]") {
  Scenario scenario = two_futures();
  scenario.parties[0].reservation = 1;  // worth 6.04, or -13.96
  const Outcome found = outcome(scenario, paths(10'000));
  CHECK(errors_off(found.schemes[0].acceptance, 0.75) < most_errors);
  CHECK(errors_off(host(found).p_below_reservation, 0.25) < most_errors);
  CHECK(origin(found).p_below_reservation.value == 0);
  const Bands& flow = host(found).cash_flow;
  REQUIRE(flow.mean.size() == 4);
  CHECK(errors_off(flow.mean[0], -15) < most_errors);
  CHECK(flow.q05[0].value == -30);
  CHECK(flow.q95[0].value == -10);
  CHECK(flow.mean[1].value == 6);
}

TEST_CASE("A party's chance to leave counts the paths by year", "[run][evaluate][statistical]") {
  Scenario scenario = two_futures();
  scenario.schemes[0].costs[0].amount = Payments{{Number{0}, Number{0}, Number{5}}};  // in year 2: 6 - 5 or 6 - 15
  const Outcome found = outcome(scenario, paths(10'000));
  const std::vector<Estimate>& leave = host(found).p_leave;
  REQUIRE(leave.size() == 3);
  // After signing and after year 1 the bad future holds 6/1.06 - 9/1.06² + 6/1.06³ > 0 and -9/1.06 + 6/1.06² < 0.
  CHECK(leave[0].value == 0);
  CHECK(errors_off(leave[1], 0.25) < most_errors);
  CHECK(leave[2].value == 0);
}

TEST_CASE("A discount rate is drawn on every path", "[run][evaluate][statistical]") {
  Scenario scenario = scenario_of(forecast(Levels{Number{100}}), 1, {contract("half", {split(0.5, 0.5)})});
  scenario.parties[0].discount_rate = Number{0.25, 0};
  scenario.uncertain = {{"parties.host.discount_rate", Uniform{0, 0.5}}};
  const Outcome found = outcome(scenario, paths(50'000));
  CHECK(errors_off(host(found).npv.mean, 50 * std::log(1.5) / 0.5) < most_errors);
  CHECK(origin(found).npv.mean.value == Approx(50 / 1.06));
}

TEST_CASE("A cap's year is that in which it takes money or is reached", "[run][evaluate]") {
  scheme::Cap cap{PartyRef{1}, Number{120}, std::nullopt, PartyRef{0}};
  scheme::Cap reached = cap;
  reached.total = Number{100};
  scheme::Cap far = cap;
  far.total = Number{1000};
  const Scenario scenario = scenario_of(forecast(Levels{Number{100}}),
                                        4,
                                        {contract("takes", {split(0.5, 0.5), cap}),
                                         contract("is reached", {split(0.5, 0.5), reached}),
                                         contract("is far", {split(0.5, 0.5), far})});
  const Outcome found = outcome(scenario, paths(10));
  CHECK(origin(found, 0).cap_year->q50 == 3);
  CHECK(origin(found, 0).cap_year->never.value == 0);
  CHECK(origin(found, 1).cap_year->q05 == 2);
  CHECK_FALSE(origin(found, 2).cap_year->q95);
  CHECK(origin(found, 2).cap_year->never.value == 1);
  CHECK_FALSE(host(found, 0).cap_year);
}

TEST_CASE("Floor calls and broken promises are counted by path", "[run][evaluate][statistical]") {
  scheme::Floor floor;
  floor.party = PartyRef{1};
  floor.amount.level = Number{20};
  floor.years = {2, 4};
  floor.from = {shares(1, 0)};
  floor.fulfilment = Number{0.7};
  const Scenario scenario =
      scenario_of(forecast(Levels{Number{100}}), 5, {contract("floor", {split(0.9, 0.1), floor})});
  const Outcome found = outcome(scenario, paths(20'000));
  CHECK(origin(found).floor_calls.value == 3);
  CHECK(errors_off(origin(found).broken_promises, 3 * 0.3) < most_errors);
  CHECK(host(found).floor_calls.value == 0);
  CHECK(origin(found).accrual[0].value == 10);
  CHECK(errors_off(origin(found).accrual[1], 10 + 0.7 * 10) < most_errors);
}

TEST_CASE("Revenue per head converges by hand", "[run][evaluate]") {
  Scenario scenario =
      scenario_of(forecast(Levels{{Number{100}, Number{300}}}), 2, {contract("share", {split(0.75, 0.25)})});
  scenario.schemes[0].costs = {cost(Payments{{Number{1000}}}, Number{1}, shares(1, 0))};  // at signing: not counted
  scenario.parties[0].population = 10;
  scenario.parties[0].fiscal_revenue = 500;
  CHECK_FALSE(outcome(scenario, twin()).schemes[0].ratio_change);
  scenario.parties[1].population = 5;
  scenario.parties[1].fiscal_revenue = 1000;
  // 50 to 200 a head before; (500 + 150)/10 = 65 to (1000 + 50)/5 = 210 after
  const Outcome found = outcome(scenario, twin());
  CHECK(found.schemes[0].ratio_change->value == Approx(100 * (65.0 / 210 - 50.0 / 200)));
}

TEST_CASE("Schemes are compared on the same futures", "[run][evaluate][statistical]") {
  const Scenario scenario = scenario_of(
      forecast(Levels{Number{100}}, 0.3),
      1,
      {contract("a", {split(0.4, 0.6)}), contract("b", {split(0.5, 0.5)}), contract("again a", {split(0.4, 0.6)})});
  const Outcome found = outcome(scenario, paths(20'000));
  REQUIRE(found.comparisons.size() == 6);
  const Comparison& a_b_origin = found.comparisons[1];
  CHECK((a_b_origin.a == 0 && a_b_origin.b == 1 && a_b_origin.party == 1));
  CHECK(errors_off(a_b_origin.mean_difference, 10 / 1.06) < most_errors);
  // The difference is a tenth of the revenue, and so is its spread.
  CHECK(a_b_origin.mean_difference.error == Approx(origin(found).npv.mean.error / 6));
  CHECK(a_b_origin.ci_high - a_b_origin.ci_low == Approx(2 * 1.959964 * a_b_origin.mean_difference.error));
  CHECK(a_b_origin.p_a_better.value == 1);
  CHECK(found.comparisons[0].p_a_better.value == 0);
  const Comparison& same_again = found.comparisons[2];
  CHECK((same_again.a == 0 && same_again.b == 2));
  CHECK(same_again.p_tie.value == 1);
  CHECK(same_again.mean_difference.value == 0);
}

TEST_CASE("Cost items of one name share their overrun, across schemes", "[run][evaluate]") {
  Scenario scenario = scenario_of(
      forecast(Levels{Number{100}}), 1, {contract("a", {split(0.5, 0.5)}), contract("b", {split(0.5, 0.5)})});
  for (std::size_t scheme = 0; scheme < 2; ++scheme) {
    scenario.schemes[scheme].costs = {cost(Payments{{Number{10}}}, Number{1, scheme}, shares(1, 0))};
  }
  scenario.uncertain = {{"overrun.roads", Lognormal{1, 0.3}}, {"overrun.roads", Lognormal{1, 0.3}}};
  CHECK(outcome(scenario, paths(1000)).comparisons[0].p_tie.value == 1);
  scenario.uncertain[1].name = "overrun.sewers";
  CHECK(outcome(scenario, paths(1000)).comparisons[0].p_tie.value == 0);
}

TEST_CASE("Only a park tells the levels of government apart", "[run][evaluate]") {
  economy::Park park = rented_park();
  park.taxes[1].central = Number{0.5};
  park.taxes[1].province = Number{0.1};
  const Outcome found = outcome(scenario_of(park, 2, {contract("half", {split(0.5, 0.5)})}), twin());
  CHECK(found.revenue[0][1].gross[0].value == Approx(20));
  CHECK(found.revenue[0][1].central[0].value == Approx(10));
  CHECK(found.revenue[0][1].province[1].value == Approx(4));
  CHECK(found.revenue[0][1].local.mean[1].value == Approx(16));
  CHECK(outcome(OneYear().scenario, twin()).revenue[0][0].gross.empty());
}

TEST_CASE("Statistics credit appears where the contract has it", "[run][evaluate]") {
  scheme::Statistics statistics;
  statistics.output = scheme::Statistics::Credit{shares(0.25, 0.75)};
  const Scenario scenario = scenario_of(
      rented_park(), 2, {contract("credit", {split(0.5, 0.5), statistics}), contract("none", {split(1, 0)})});
  const Outcome found = outcome(scenario, twin());
  CHECK((*origin(found).output_credit)[1].value == Approx(0.75 * 400));
  CHECK_FALSE(origin(found).value_added_credit);
  CHECK_FALSE(origin(found, 1).output_credit);
}

}  // namespace shanhai::run
