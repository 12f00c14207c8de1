#include "memo/csv.hpp"

#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include "memo/sample.hpp"

namespace shanhai::memo {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("Text in CSV is quoted, and quotes in it doubled", "[app][csv]") {
  CHECK(csv_text("wuyi") == R"("wuyi")");
  CHECK(csv_text("") == R"("")");
  CHECK(csv_text(R"(the "park", half)") == R"("the ""park"", half")");
  CHECK(csv_text("two\r\nlines") == "\"two\r\nlines\"");
}

TEST_CASE("No text in CSV can be taken for a formula", "[app][csv]") {
  const char* hostile = GENERATE("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x");
  CHECK(csv_text(hostile) == "\"'" + std::string(hostile) + '"');
}

TEST_CASE("Numbers in CSV read back as the same, and are plain", "[app][csv]") {
  CHECK(csv_number(0.1) == "0.1");
  CHECK(csv_number(-62'300) == "-62300");
  CHECK(csv_number(1.0 / 3) == "0.3333333333333333");
  CHECK(csv_number(std::numeric_limits<double>::quiet_NaN()).empty());
  CHECK(csv_number(std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("Outcomes have one number a row", "[app][csv]") {
  const std::string text = outcomes_csv(sample_scenario(), sample_outcome());
  CHECK_THAT(
      text,
      StartsWith(
          "\xEF\xBB\xBF\"scheme\",\"party\",\"metric\",\"year\",\"statistic\",\"value\",\"error\",\"unit\"\r\n"));
  CHECK_THAT(text, Contains("\"phased\",\"haining\",\"npv\",,\"q05\",-23900,74,\"10000 CNY\"\r\n"));
  CHECK_THAT(text, Contains("\"phased\",\"haining\",\"npv\",,\"p_negative\",0.624,0.0012,\"share\"\r\n"));
  CHECK_THAT(text, Contains("\"phased\",\"haining\",\"payback\",,\"q50\",,,\"year\"\r\n"));
  CHECK_THAT(text, Contains("\"phased\",\"haining\",\"cap_year\",,\"q50\",11,,\"year\"\r\n"));
  CHECK_THAT(text, Contains("\"equity\",\"wuyi\",\"cash_flow\",0,\"mean\",-3000,0,\"10000 CNY\"\r\n"));
  CHECK_THAT(text, Contains("\"equity\",\"wuyi\",\"cash_flow\",2,\"q95\",1100,8,\"10000 CNY\"\r\n"));
  CHECK_THAT(text, Contains("\"proportional\",\"wuyi\",\"statistics.output\",1,\"mean\",9000,30,\"10000 CNY\"\r\n"));
  CHECK_THAT(text, Contains("\"by_tax\",\"\",\"acceptance\",,\"mean\",0.264,0.0015,\"share\"\r\n"));
  CHECK_THAT(text, Contains("\"by_tax\",\"\",\"ratio_change\",,\"mean\",1.62,0.004,\"percentage points\"\r\n"));
}

TEST_CASE("A hostile name of a scheme is only a name in a spreadsheet", "[app][csv]") {
  run::Outcome outcome = sample_outcome();
  outcome.schemes.resize(1);
  outcome.schemes[0].id = R"csv(=HYPERLINK("x"))csv";
  CHECK_THAT(outcomes_csv(sample_scenario(), outcome), Contains(R"csv("'=HYPERLINK(""x"")","wuyi","npv")csv"));
}

TEST_CASE("Revenue is told by stream and level, by scheme only where schemes differ in it", "[app][csv]") {
  run::Scenario scenario = sample_scenario();
  run::Outcome outcome = sample_outcome();
  CHECK_THAT(revenue_csv(scenario, outcome), Contains("\"\",\"vat\",\"gross\",2,\"mean\",4820,4,\"10000 CNY\"\r\n"));
  CHECK_THAT(revenue_csv(scenario, outcome), Contains("\"\",\"cit\",\"local\",1,\"twin\",1032,0,\"10000 CNY\"\r\n"));
  scenario.feedback.emplace();
  outcome.revenue.resize(outcome.schemes.size(), outcome.revenue.front());
  CHECK_THAT(revenue_csv(scenario, outcome), Contains("\"by_tax\",\"vat\",\"local\",1,\"mean\",2400,2"));
}

TEST_CASE("Comparisons name both schemes and the party", "[app][csv]") {
  const std::string text = comparisons_csv(sample_scenario(), sample_outcome());
  CHECK_THAT(text, Contains("\"proportional\",\"phased\",\"wuyi\",\"mean_difference\",-8700,21,\"10000 CNY\"\r\n"));
  CHECK_THAT(text, Contains("\"proportional\",\"phased\",\"wuyi\",\"ci95_low\",-8741.16,,\"10000 CNY\"\r\n"));
  CHECK_THAT(text, Contains("\"proportional\",\"phased\",\"wuyi\",\"p_tie\",0.02,4e-04,\"share\"\r\n"));
}

}  // namespace shanhai::memo
