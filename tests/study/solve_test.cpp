#include "study/solve.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "study/example.hpp"
#include "study/vary.hpp"

namespace shanhai::study {
namespace {

constexpr std::string_view certain = "  uncertainty: {sd: 20%, rho: 0.3}\n";
constexpr std::size_t plain = 0;

Solved solved(Bench& bench, const Example& example, const std::string& vary, const std::string& want) {
  const Vary varied = std::get<Vary>(read_vary(vary, example.base));
  const Want wanted = std::get<Want>(read_want(want, example.scenario));
  return std::get<Solved>(solve(bench.laboratory, varied.sweep, example.base, plain, wanted));
}

}  // namespace

TEST_CASE("The share at which a party breaks even is found", "[study][solve]") {
  // Without risk the host has 200 share - 100: nothing at 50%, 40 at 70%.
  Bench bench(2000);
  Example example(std::string(certain), "");
  example.scenario.uncertain.clear();
  const Solved found = solved(bench, example, "schemes.plain.shares.host = 20%..100%", "npv_host = 40");
  REQUIRE(found.solutions.size() == 1);
  const Solution& solution = found.solutions.front();
  // The overrun alone is uncertain, by ± 20 from an even law: its mean over 2,000 paths has an error of 0.26.
  CHECK(solution.figure.value == Approx(40).margin(1e-3));
  CHECK(0.2 + 0.8 * solution.place == Approx(0.7).margin(4.9 * 0.8 * solution.error));
  CHECK(solution.error == Approx(solution.figure.error / 160).epsilon(0.01));
  CHECK(found.scan.size() == 9);
  CHECK(found.scan.front().figure.value < found.scan.back().figure.value);
}

TEST_CASE("A chance is met where it is wanted, and the outcome is that of a run at the solution", "[study][solve]") {
  Bench bench(5000);
  const Example example;
  const Solved found = solved(bench, example, "schemes.plain.shares.host = 30%..90%", "p_below_host <= 10%");
  REQUIRE(found.solutions.size() == 1);
  const Solution& solution = found.solutions.front();
  CHECK(solution.figure.value == Approx(0.1).margin(2.0 / 5000));
  CHECK(solution.beyond);
  const double share = 0.3 + 0.6 * solution.place;
  const Example there("host: 60%, origin: 40%", "host: " + std::to_string(share) + ", origin: rest");
  const auto outcome = std::get<run::Outcome>(bench.laboratory.run(there.scenario, false));
  CHECK(outcome.schemes[plain].parties[0].p_below_reservation.value == Approx(solution.figure.value).margin(2e-3));
}

TEST_CASE("A wish is met below the solution where the figure falls the other way", "[study][solve]") {
  Bench bench(1000);
  const Solved found = solved(bench, Example(), "schemes.plain.shares.host = 30%..90%", "npv_origin >= 60");
  REQUIRE(found.solutions.size() == 1);
  CHECK_FALSE(found.solutions.front().beyond);
}

TEST_CASE("Where the figure never becomes what is wanted there is no solution", "[study][solve]") {
  Bench bench(1000);
  const Solved found = solved(bench, Example(), "schemes.plain.shares.host = 30%..90%", "npv_host = 500");
  CHECK(found.solutions.empty());
  CHECK(found.scan.size() == 9);
}

TEST_CASE("A wish that is met at a trial itself is found once", "[study][solve]") {
  Bench bench(1000);
  Example example(std::string(certain), "");
  const Solved once = solved(bench, example, "schemes.plain.shares.host = 20%..100%", "npv_origin = 100");
  REQUIRE(once.solutions.size() == 1);
  CHECK(once.solutions.front().place == Approx(0.375).margin(1e-5));
  const Solved at_end = solved(bench, example, "schemes.plain.shares.host = 20%..100%", "npv_origin = 0");
  REQUIRE(at_end.solutions.size() == 1);
  CHECK(at_end.solutions.front().place == 1);
}

TEST_CASE("A place that is no scenario, or an order to stop, ends the search", "[study][solve]") {
  const Example example;
  const Vary beyond = std::get<Vary>(read_vary("schemes.fund.fund.share = 50%..150%", example.base));
  const Want want = std::get<Want>(read_want("npv_host = 0", example.scenario));
  Bench bench(1000);
  const Tried<Solved> tried = solve(bench.laboratory, beyond.sweep, example.base, 1, want);
  REQUIRE(std::holds_alternative<Unusable>(tried));
  CHECK(std::get<Unusable>(tried).reason.en.find("schemes.fund.fund.share") != std::string::npos);
  bench.laboratory.stop() = true;
  const Vary fine = std::get<Vary>(read_vary("schemes.fund.fund.share = 10%..50%", example.base));
  CHECK(std::holds_alternative<run::Cancelled>(solve(bench.laboratory, fine.sweep, example.base, 1, want)));
}

}  // namespace shanhai::study
