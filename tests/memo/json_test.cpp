#include "memo/json.hpp"

#include <limits>

#include <catch2/catch.hpp>

#include "memo/sample.hpp"

namespace shanhai::memo {

namespace {

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> found;
  for (const auto& [key, value] : object.items()) {
    found.push_back(key);
  }
  return found;
}

using Keys = std::vector<std::string>;

Json sample() {
  return to_json(sample_scenario(), sample_outcome());
}

}  // namespace

TEST_CASE("A run as JSON says what was run and how", "[app][json]") {
  const Json json = sample();
  CHECK(keys(json) == Keys{"shanhai", "scenario", "plan", "revenue", "schemes", "comparisons"});
  CHECK(keys(json["scenario"]) == Keys{"title", "hash", "currency", "start", "years", "parties", "schemes", "streams"});
  CHECK(json["scenario"]["parties"]["wuyi"] == Json({{"zh", "武义县"}, {"en", "Wuyi"}}));
  CHECK(json["scenario"]["streams"]["vat"]["en"] == "VAT");
  CHECK(json["scenario"]["currency"] == Json({{"code", "CNY"}, {"unit", 10'000.0}}));
  CHECK(json["plan"] == Json({{"paths", 100'000}, {"seed", 20180802}, {"band_paths", 8'192}, {"twin", false}}));
}

TEST_CASE("A run to a precision as JSON says what it came to", "[app][json]") {
  run::Outcome outcome = sample_outcome();
  outcome.precision = run::Precision{0.005, true, 2, {1, 2}, 9.5};
  outcome.comparisons[0].verdict = run::Verdict::too_close;
  const Json json = to_json(sample_scenario(), outcome);
  CHECK(json["precision"] == Json({{"asked", 0.005}, {"reached", true}, {"looks", 2}, {"gain", 9.5}}));
  CHECK(json["comparisons"][0]["verdict"] == "too_close");
  CHECK_FALSE(sample()["comparisons"][0].contains("verdict"));
}

TEST_CASE("A party's outcomes as JSON are all there, each with its error", "[app][json]") {
  const Json party = sample()["schemes"]["phased"]["parties"]["haining"];
  CHECK(keys(party) == Keys{"npv",
                            "payback",
                            "irr",
                            "cash_flow",
                            "accrual",
                            "p_leave",
                            "floor_calls",
                            "broken_promises",
                            "cap_year",
                            "errors"});
  CHECK(keys(party["npv"]) == Keys{"mean",
                                   "sd",
                                   "se",
                                   "q05",
                                   "q25",
                                   "q50",
                                   "q75",
                                   "q95",
                                   "p_negative",
                                   "p_below_reservation",
                                   "cvar05",
                                   "errors"});
  CHECK(party["npv"]["mean"] == -11'800.0);
  CHECK(party["npv"]["se"] == 37.0);
  CHECK(party["npv"]["errors"]["q05"] == 74.0);
  CHECK(party["payback"]["q05"] == 7);
  CHECK(party["payback"]["q50"].is_null());
  CHECK(party["payback"]["never"] == 0.083);
  CHECK(party["payback"]["se"] == 0.0009);
  CHECK(keys(party["irr"]) == Keys{"q05", "q50", "q95", "none", "errors"});
  CHECK(party["cash_flow"]["mean"] == Json({-3000.0, 500.0, 800.0}));
  CHECK(party["cash_flow"]["errors"]["q95"] == Json({0.0, 6.0, 8.0}));
  CHECK(party["cap_year"]["q50"] == 11);
}

TEST_CASE("A scheme's outcomes as JSON are all there", "[app][json]") {
  const Json scheme = sample()["schemes"]["by_tax"];
  CHECK(keys(scheme) == Keys{"parties", "acceptance", "total_npv", "nash", "jain", "ratio_change", "errors"});
  CHECK(scheme["acceptance"] == 0.264);
  CHECK(scheme["nash"].is_null());
  CHECK(scheme["errors"]["acceptance"] == 0.0015);
  CHECK_FALSE(scheme["parties"]["wuyi"].contains("cap_year"));
  CHECK_FALSE(scheme["parties"]["wuyi"].contains("statistics"));
}

TEST_CASE("Credit for statistics stands by what is shared", "[app][json]") {
  const Json credit = sample()["schemes"]["proportional"]["parties"]["wuyi"]["statistics"];
  CHECK(credit == Json({{"output", {{"mean", {9000.0, 9900.0}}, {"se", {30.0, 40.0}}}}}));
}

TEST_CASE("Revenue as JSON has its levels and the twin", "[app][json]") {
  const Json stream = sample()["revenue"]["vat"];
  CHECK(keys(stream) == Keys{"mean", "se", "q05", "q50", "q95", "errors", "gross", "central", "province", "twin"});
  CHECK(stream["gross"]["mean"] == Json({4800.0, 4820.0}));
}

TEST_CASE("With feedback revenue stands in each scheme", "[app][json]") {
  run::Scenario scenario = sample_scenario();
  run::Outcome outcome = sample_outcome();
  scenario.feedback.emplace();
  outcome.revenue.resize(outcome.schemes.size(), outcome.revenue.front());
  const Json json = to_json(scenario, outcome);
  CHECK_FALSE(json.contains("revenue"));
  CHECK(json["schemes"]["equity"]["revenue"]["vat"]["mean"] == Json({2400.0, 2410.0}));
}

TEST_CASE("A comparison as JSON names its schemes and its party", "[app][json]") {
  const Json one = sample()["comparisons"][0];
  CHECK(keys(one) == Keys{"a", "b", "party", "mean_difference", "se", "ci95", "p_a_better", "p_tie", "errors"});
  CHECK(one["a"] == "proportional");
  CHECK(one["b"] == "phased");
  CHECK(one["party"] == "wuyi");
  CHECK(one["ci95"].size() == 2);
}

TEST_CASE("JSON never holds a number that is not finite", "[app][json]") {
  run::Outcome outcome = sample_outcome();
  outcome.schemes[0].parties[0].npv.mean.error = std::numeric_limits<double>::quiet_NaN();
  const Json json = to_json(sample_scenario(), outcome);
  CHECK(json["schemes"]["proportional"]["parties"]["wuyi"]["npv"]["se"].is_null());
}

TEST_CASE("An absent rate of return is null", "[app][json]") {
  run::Outcome outcome = sample_outcome();
  outcome.schemes[0].parties[0].irr = {std::nullopt, std::nullopt, std::nullopt, {1, 0.0001}};
  const Json irr = to_json(sample_scenario(), outcome)["schemes"]["proportional"]["parties"]["wuyi"]["irr"];
  CHECK(irr["q50"].is_null());
  CHECK(irr["none"] == 1.0);
}

TEST_CASE("JSON tells where a realised figure falls", "[app][json]") {
  run::Scenario scenario = sample_scenario();
  scenario.realised = {{{"企业数", "Firms"}, run::Quantity::firms, {1, YearRange::forever}, 43}};
  run::Outcome outcome = sample_outcome();
  outcome.realised = {{{41, 0.3}, {20, 0.8}, {30, 0.7}, {41, 0.6}, {52, 0.7}, {79, 1.2}, {0.6, 0.013}}};
  const Json figure = to_json(scenario, outcome)["realised"][0];
  CHECK(keys(figure) ==
        Keys{"name", "quantity", "years", "value", "mean", "se", "q05", "q25", "q50", "q75", "q95", "below", "errors"});
  CHECK(figure["quantity"] == "firms");
  CHECK(figure["years"] == Json{1, nullptr});
  CHECK(figure["value"] == 43);
  CHECK(figure["q95"] == 79);
  CHECK(figure["below"] == 0.6);
  CHECK(figure["errors"]["below"] == 0.013);
}

}  // namespace shanhai::memo
