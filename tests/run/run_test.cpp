#include "run/run.hpp"

#include <thread>

#include <catch2/catch.hpp>

#include "run/examples.hpp"
#include "run/outcome_bits.hpp"

namespace shanhai::run {
namespace {

Scenario with_feedback(Scenario scenario) {
  scheme::Feedback feedback;
  feedback.effort.of = {Number{0.3}, Number{0.2}};
  feedback.reference.of = {Number{0.5}, Number{0.5}};
  feedback.fund = 0.2;
  feedback.fund_reference = 5;
  scenario.feedback = feedback;
  return scenario;
}

}  // namespace

TEST_CASE("A run gives the same bits for any threads and any block", "[run][reproducible]") {
  const Scenario scenario = GENERATE(busy_scenario(6), with_feedback(busy_scenario(6)));
  Plan plan = paths(3 * 1024 + 77);
  plan.band_paths = 1500;
  const std::vector<std::uint64_t> expected = bits_of(outcome(scenario, plan));
  CHECK(expected.size() > 500);
  for (const unsigned threads : {1U, 2U, 5U}) {
    for (const std::size_t block : {1U, 7U, 256U, 1024U, 5000U}) {
      plan.threads = threads;
      plan.block = block;
      INFO("threads " << threads << ", block " << block);
      CHECK((bits_of(outcome(scenario, plan)) == expected));
    }
  }
}

TEST_CASE("Two runs at once give the same bits as one after the other", "[run][reproducible]") {
  const Scenario scenario = busy_scenario(6);
  const Plan plan = paths(3000);
  std::vector<std::uint64_t> first;
  std::vector<std::uint64_t> second;
  {
    const std::jthread other([&] { first = bits_of(outcome(scenario, plan)); });
    second = bits_of(outcome(scenario, plan));
  }
  const std::vector<std::uint64_t> alone = bits_of(outcome(scenario, plan));
  CHECK((first == alone));
  CHECK((second == alone));
}

TEST_CASE("Another seed gives other futures", "[run][reproducible]") {
  const Scenario scenario = busy_scenario(3);
  Plan plan = paths(100);
  const double before = outcome(scenario, plan).schemes[0].total_npv.mean.value;
  plan.seed += 1;
  CHECK(outcome(scenario, plan).schemes[0].total_npv.mean.value != before);
}

TEST_CASE("More paths extend those there were", "[run][reproducible]") {
  const Scenario scenario = busy_scenario(5);
  const auto few = npvs(scenario, paths(50));
  const auto many = npvs(scenario, paths(120));
  REQUIRE(few.size() == 4);
  for (std::size_t place = 0; place < few.size(); ++place) {
    CHECK(std::equal(few[place].begin(), few[place].end(), many[place].begin()));
  }
}

TEST_CASE("A scheme added at the end changes nothing for the others", "[run][reproducible]") {
  Scenario scenario = busy_scenario(5);
  const auto two = npvs(scenario, paths(60));
  scenario.schemes.push_back(contract("third", {split(1, 0)}));
  const auto three = npvs(scenario, paths(60));
  for (std::size_t place = 0; place < two.size(); ++place) {
    CHECK((two[place] == three[place]));
  }
}

TEST_CASE("The twin is one path without errors, met by a forecast's mean and a plain park's",
          "[run][twin][statistical]") {
  economy::Park park = rented_park();
  park.sectors[0].exit = Number{0.1};
  park.sectors[0].sigma = 0.2;
  park.sectors[0].firm_cv = 0.5;
  const economy::Source source =
      GENERATE_COPY(economy::Source{park}, economy::Source{forecast(Levels{{Number{100}, Number{120}}}, 0.2, 0.5)});
  const Scenario scenario = scenario_of(source, 4, {contract("half", {split(0.5, 0.5)})});
  const Outcome drawn = outcome(scenario, paths(50'000));
  const Outcome expected = outcome(scenario, twin());
  CHECK(expected.plan.paths == 1);
  for (std::size_t stream = 0; stream < drawn.revenue[0].size(); ++stream) {
    for (std::size_t t = 0; t < 4; ++t) {
      const StreamOutcome& of = drawn.revenue[0][stream];
      const Estimate& exact = expected.revenue[0][stream].local.mean[t];
      CHECK(exact.error == 0);
      CHECK(of.twin[t] == exact.value);
      CHECK(errors_off(of.local.mean[t], exact.value) < most_errors);
    }
  }
  const Spread& npv = expected.schemes[0].parties[0].npv;
  CHECK(npv.sd.value == 0);
  CHECK(npv.q05.value == npv.mean.value);
  CHECK(npv.q05.error == 0);
  CHECK(errors_off(drawn.schemes[0].parties[0].npv.mean, npv.mean.value) < most_errors);
}

TEST_CASE("Uncertain numbers of the twin are their means", "[run][twin]") {
  Scenario scenario = scenario_of(forecast(Levels{Number{100}}), 1, {contract("all", {split(1, 0)})});
  scenario.schemes[0].costs = {cost(Payments{{Number{10}}}, Number{1.5, 0}, shares(1, 0))};
  scenario.parties[0].discount_rate = 0;
  scenario.uncertain = {{"overrun.building", Discrete{{{1, 3}, {3, 1}}}}};
  CHECK(outcome(scenario, twin()).schemes[0].parties[0].npv.mean.value == Approx(100 - 15));
}

TEST_CASE("No shock moves an industrial fund of the twin", "[run][twin]") {
  scheme::Fund fund;
  fund.share = Number{1};
  fund.yield = {Number{0.1}, Number{0.5}, GENERATE(0.0, 1.0)};
  fund.ownership = shares(1, 0);
  const economy::Source source =
      GENERATE(economy::Source{rented_park()}, economy::Source{forecast(Levels{Number{22}}, 0.1)});
  Scenario scenario = scenario_of(source, 2, {contract("fund", {fund, split(1, 0)})});
  scenario.parties[0].discount_rate = 0;
  // Year 1 brings 22 that grow by 10%; year 2 of the park brings 44.
  const double year2 = scenario.has_park() ? 44 : 22;
  CHECK(outcome(scenario, twin()).schemes[0].parties[0].npv.mean.value == Approx(22 * 1.1 + year2));
}

TEST_CASE("A run stops where it is asked to", "[run][watch]") {
  Watch watch;
  watch.stop = true;
  CHECK(std::holds_alternative<Cancelled>(run(busy_scenario(5), paths(100'000), watch)));
  CHECK(watch.done == 0);
}

TEST_CASE("A run says how many paths are done", "[run][watch]") {
  Watch watch;
  CHECK(std::holds_alternative<Outcome>(run(busy_scenario(2), paths(2500), watch)));
  CHECK(watch.done == 2500);
}

TEST_CASE("Cost grows with paths, years, schemes and streams", "[run][cost]") {
  const Scenario scenario = busy_scenario(6);
  const Cost base = cost_of(scenario, paths(100'000));
  CHECK(base.path_years == 600'000);
  CHECK(base.bytes >= 8.0 * 4 * 100'000);
  const Cost more_paths = cost_of(scenario, paths(200'000));
  CHECK(more_paths.path_years == 2 * base.path_years);
  CHECK(more_paths.bytes > base.bytes);
  CHECK(more_paths.seconds == Approx(2 * base.seconds));
  CHECK(cost_of(busy_scenario(12), paths(100'000)).seconds == Approx(2 * base.seconds));
  CHECK(cost_of(with_feedback(scenario), paths(100'000)).seconds > base.seconds);
  Plan threaded = paths(100'000);
  threaded.threads = 2;
  CHECK(cost_of(scenario, threaded).seconds == Approx(base.seconds / 2));
}

TEST_CASE("Schemes that share one waterfall cost little more than one of them", "[run][cost]") {
  Scenario scenario = busy_scenario(6);
  scenario.schemes.assign(100, contract("plain", {split(0.6, 0.4)}));
  Plan plan = paths(100'000);
  const double apart = cost_of(scenario, plan).seconds;
  plan.in_full = false;
  const double together = cost_of(scenario, plan).seconds;
  scenario.schemes.resize(1);
  const double one = cost_of(scenario, plan).seconds;
  CHECK(together < 0.3 * apart);
  CHECK(together > 2 * one);
}

}  // namespace shanhai::run
