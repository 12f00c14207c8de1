#include "memo/preference.hpp"

#include <catch2/catch.hpp>

#include "memo/sample.hpp"

namespace shanhai::memo {

using Catch::Matchers::Contains;

namespace {

Page page_of(const run::Scenario& scenario, const run::Outcome& outcome, Language language) {
  return {scenario, outcome, language, money_unit(scenario.currency, 70'000, language)};
}

/// The sample with only its first two schemes.
run::Outcome two_schemes() {
  run::Outcome outcome = sample_outcome();
  outcome.schemes.resize(2);
  std::erase_if(outcome.comparisons, [](const run::Comparison& one) { return one.b > 1; });
  return outcome;
}

}  // namespace

TEST_CASE("Schemes are ranked by the mean NPV of a party", "[app][preference]") {
  const run::Outcome outcome = sample_outcome();
  CHECK(ranking(outcome, 0) == std::vector<std::size_t>{3, 1, 4, 0, 2});
  CHECK(ranking(outcome, 1) == std::vector<std::size_t>{3, 0, 4, 2, 1});
}

TEST_CASE("A comparison seen from the other side is its mirror", "[app][preference]") {
  const run::Outcome outcome = sample_outcome();
  const Edge forth = edge_of(outcome, 0, 1, 0);
  const Edge back = edge_of(outcome, 1, 0, 0);
  CHECK(back.difference.value == -forth.difference.value);
  CHECK(back.difference.error == forth.difference.error);
  CHECK(back.low == -forth.high);
  CHECK(back.high == -forth.low);
  CHECK(forth.p_better == Approx(0.27));
  CHECK(back.p_better == Approx(1 - 0.27 - 0.02));
  CHECK_FALSE(forth.is_clear());
  CHECK(back.is_clear());
}

TEST_CASE("A clear choice says by how much and how often it is better", "[app][preference]") {
  const run::Scenario scenario = sample_scenario();
  const run::Outcome outcome = two_schemes();
  CHECK_THAT(preferences(page_of(scenario, outcome, Language::zh)),
             Contains("武义县：首选“分期按比例分成”，比次优的“按比例分成”平均多 8,700 万元"));
  CHECK_THAT(preferences(page_of(scenario, outcome, Language::en)),
             Contains("Wuyi: has most from \"Phased\"; it beats the next, \"Proportional\", by CNY 87.0 million"));
}

TEST_CASE("A difference within the error is too close to call", "[app][preference]") {
  const run::Scenario scenario = sample_scenario();
  run::Outcome outcome = two_schemes();
  outcome.comparisons[0].mean_difference = {-20, 21};
  outcome.comparisons[0].ci_low = -61.2;
  outcome.comparisons[0].ci_high = 21.2;
  CHECK_THAT(preferences(page_of(scenario, outcome, Language::zh)),
             Contains("武义县：难分高下。“分期按比例分成”均值最高，但与“按比例分成”之差在模拟误差之内"));
  CHECK_THAT(preferences(page_of(scenario, outcome, Language::en)), Contains("Wuyi: too close to call."));
}

TEST_CASE("A difference known to be below the precision is told as such", "[app][preference]") {
  const run::Scenario scenario = sample_scenario();
  run::Outcome outcome = two_schemes();
  outcome.comparisons[0].mean_difference = {-20, 21};
  outcome.comparisons[0].ci_low = -61.2;
  outcome.comparisons[0].ci_high = 21.2;
  outcome.comparisons[0].verdict = run::Verdict::too_close;
  CHECK_THAT(preferences(page_of(scenario, outcome, Language::zh)), Contains("但与“按比例分成”之差小于所要的精度；"));
  CHECK_THAT(preferences(page_of(scenario, outcome, Language::en)),
             Contains("but by less than the precision asked for"));
}

TEST_CASE("Schemes that give a party the same on every path are equal", "[app][preference]") {
  const run::Scenario scenario = sample_scenario();
  run::Outcome outcome = two_schemes();
  outcome.comparisons[0].mean_difference = {0, 0};
  outcome.comparisons[0].ci_low = 0;
  outcome.comparisons[0].ci_high = 0;
  outcome.comparisons[0].p_a_better = {0, 0};
  outcome.comparisons[0].p_tie = {1, 0};
  CHECK_THAT(preferences(page_of(scenario, outcome, Language::zh)),
             Contains("武义县：“分期按比例分成”、“按比例分成” 所得相同。"));
}

TEST_CASE("A single scheme leaves nothing to prefer", "[app][preference]") {
  const run::Scenario scenario = sample_scenario();
  run::Outcome outcome = sample_outcome();
  outcome.schemes.resize(1);
  outcome.comparisons.clear();
  CHECK(preferences(page_of(scenario, outcome, Language::zh)).empty());
}

}  // namespace shanhai::memo
