#include "study/sensitivity.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "study/example.hpp"

namespace shanhai::study {

TEST_CASE("What an overrun and the years' fortune do to an NPV is told apart", "[study][sensitivity]") {
  // The host has 0.6 (R1 + R2) - 100 overrun, two that know nothing of each other: their variances add up.
  Bench bench(50'000);
  const Example example;
  const auto spreads = std::get<std::vector<SpreadOf>>(sensitivity(bench.laboratory, example.scenario));
  REQUIRE(spreads.size() == 4);
  const SpreadOf& host = spreads[0];
  REQUIRE(host.numbers.size() == 1);
  const Influence& overrun = host.numbers.front();
  CHECK(overrun.name == "overrun.roads");
  const double own = 100 * 100 * 0.4 * 0.4 / 12;  // of an even law between 0.8 and 1.2
  const double share = own / (host.sd * host.sd);
  CHECK(share > 0.1);
  CHECK(overrun.first.value == Approx(share).margin(4.9 * overrun.first.error));
  CHECK(overrun.total.value == Approx(share).margin(4.9 * overrun.total.error));
  CHECK(host.fortune.value == Approx(1 - share).margin(4.9 * host.fortune.error));
  CHECK(overrun.first.error < 0.02);
  CHECK(overrun.total.error < 0.02);
  // Between the lowest and the highest tenth the overrun is 0.36 apart on average.
  const double apart = overrun.ends.low.value - overrun.ends.high.value;
  CHECK(apart == Approx(36).margin(4.9 * std::hypot(overrun.ends.low.error, overrun.ends.high.error)));
}

TEST_CASE("A number that an NPV does not depend on explains nothing of it", "[study][sensitivity]") {
  Bench bench(5'000);
  const auto spreads = std::get<std::vector<SpreadOf>>(sensitivity(bench.laboratory, Example().scenario));
  const SpreadOf& origin = spreads[1];
  CHECK(origin.numbers.front().total.value == 0);
  CHECK(std::abs(origin.numbers.front().first.value) < 4.9 * origin.numbers.front().first.error);
  CHECK(origin.fortune.value == 1);
}

TEST_CASE("An order to stop ends the analysis", "[study][sensitivity]") {
  Bench bench(5'000);
  bench.laboratory.stop() = true;
  CHECK(std::holds_alternative<run::Cancelled>(sensitivity(bench.laboratory, Example().scenario)));
}

}  // namespace shanhai::study
