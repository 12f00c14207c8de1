#include "app/plan_options.hpp"

#include <catch2/catch.hpp>

#include "memo/sample.hpp"

namespace shanhai::app {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

run::Plan plan(std::map<std::string, std::string, std::less<>> options) {
  return std::get<run::Plan>(plan_of({{}, std::move(options)}, memo::sample_scenario()));
}

std::string refused(std::map<std::string, std::string, std::less<>> options) {
  const OrFault<run::Plan> made = plan_of({{}, std::move(options)}, memo::sample_scenario());
  REQUIRE(std::holds_alternative<Fault>(made));
  CHECK(std::get<Fault>(made).code == exit_code::user);
  return std::get<Fault>(made).message.en;
}

constexpr double much_memory = 1e15;

}  // namespace

TEST_CASE("A plan without options is the ordinary one with the scenario's seed", "[app][plan]") {
  CHECK(plan({}).paths == 100'000);
  CHECK(plan({}).seed == 20180802);
  CHECK(plan({}).threads >= 1);
  CHECK_FALSE(plan({}).twin);
}

TEST_CASE("Options change a plan", "[app][plan]") {
  const run::Plan made = plan({{"paths", "5000"}, {"seed", "7"}, {"threads", "3"}, {"twin", ""}});
  CHECK(made.paths == 5000);
  CHECK(made.seed == 7);
  CHECK(made.threads == 3);
  CHECK(made.twin);
}

TEST_CASE("What is no whole number is quoted as written", "[app][plan]") {
  CHECK(refused({{"paths", "many"}}) == "--paths: expected a whole number, found many");
  CHECK(refused({{"paths", "1e6"}}) == "--paths: expected a whole number, found 1e6");
  CHECK(refused({{"seed", "-5"}}) == "--seed: expected a whole number, found -5");
  CHECK(refused({{"seed", "1.5"}}) == "--seed: expected a whole number, found 1.5");
}

TEST_CASE("A precision is a share, and raises the most paths", "[app][plan]") {
  CHECK_FALSE(plan({}).precision);
  CHECK(plan({{"precision", "0.5%"}}).precision == 0.005);
  CHECK(plan({{"precision", "0.005"}}).precision == 0.005);
  CHECK(plan({{"precision", "0.5%"}}).paths == 1'000'000);
  CHECK(plan({{"precision", "0.5%"}, {"paths", "5000"}}).paths == 5000);
}

TEST_CASE("What is no precision is quoted as written", "[app][plan]") {
  const std::string expected = "--precision: expected a share between 0.001% and 100%, such as 0.5%, found ";
  for (const std::string text : {"much", "0", "-1%", "0.0001%", "101%", "nan", ""}) {
    CHECK(refused({{"precision", text}}) == expected + text);
  }
}

TEST_CASE("Threads have limits", "[app][plan]") {
  CHECK(refused({{"threads", "0"}}) == "threads: expected 1 to 256, found 0");
  CHECK(refused({{"threads", "257"}}) == "threads: 257 is above the limit 256");
}

TEST_CASE("A plan within the limits is good", "[app][plan]") {
  CHECK_FALSE(judge(memo::sample_scenario(), plan({{"paths", "1"}}), much_memory));
  CHECK_FALSE(judge(memo::sample_scenario(), plan({{"paths", "100000000"}}), much_memory));
}

TEST_CASE("Too many paths are refused with what they would cost", "[app][plan]") {
  const std::optional<Fault> fault = judge(memo::sample_scenario(), plan({{"paths", "1000000000000"}}), much_memory);
  REQUIRE(fault);
  CHECK(fault->code == exit_code::user);
  CHECK_THAT(fault->message.en, StartsWith("paths: 1000000000000 is above the limit 100000000. It would take about "));
  CHECK_THAT(fault->message.en, Contains(" core-hours and "));
  CHECK_THAT(fault->message.zh, StartsWith("paths：1000000000000 超过上限 100000000。将需约 "));
}

TEST_CASE("Numbers beyond 64 bits are too many paths like any other", "[app][plan]") {
  CHECK(judge(memo::sample_scenario(), plan({{"paths", "100000000000000000000000"}}), much_memory));
}

TEST_CASE("No path at all is refused", "[app][plan]") {
  const std::optional<Fault> fault = judge(memo::sample_scenario(), plan({{"paths", "0"}}), much_memory);
  REQUIRE(fault);
  CHECK(fault->message.en == "paths: expected 1 to 100000000, found 0");
}

TEST_CASE("A plan that needs more than the memory that can be spared is refused", "[app][plan]") {
  const run::Plan made = plan({{"paths", "1000000"}});
  const double needed = run::cost_of(memo::sample_scenario(), made).bytes;
  CHECK_FALSE(judge(memo::sample_scenario(), made, needed / 0.79));
  const std::optional<Fault> fault = judge(memo::sample_scenario(), made, needed / 0.81);
  REQUIRE(fault);
  CHECK_THAT(fault->message.en, StartsWith("paths: 1000000 do not fit into this machine's memory of "));
}

}  // namespace shanhai::app
