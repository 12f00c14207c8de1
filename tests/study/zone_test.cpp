#include "study/zone.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "study/example.hpp"
#include "sweep/read_sweep.hpp"

namespace shanhai::study {
namespace {

const std::string map = R"(sweep: 1
base: base.yaml
axes:
  ratio:
    schemes.plain.shares.host: [40%, 50%, 60%, 70%, 80%, 90%]
    schemes.plain.shares.origin: [60%, 50%, 40%, 30%, 20%, 10%]
)";

Zone zone(std::uint64_t paths, double chance, const std::string& written = map) {
  const Example example;
  Bench bench(paths);
  const sweep::Sweep sweep = *sweep::read_sweep(written).sweep;
  return std::get<Zone>(
      zone_of(bench.laboratory, sweep, example.base, example.scenario, sweep::Points(sweep, 0), 0, chance));
}

}  // namespace

TEST_CASE("The map has what a run of its terms gives", "[study][zone]") {
  const Zone found = zone(3000, 0.9);
  REQUIRE(found.terms.size() == 6);
  CHECK(found.terms[3].values == std::vector<std::string>{"70%"});
  Bench bench(3000);
  const Example there("host: 60%, origin: 40%", "host: 70%, origin: 30%");
  const auto outcome = std::get<run::Outcome>(bench.laboratory.run(there.scenario, false)).schemes[0];
  CHECK(found.terms[3].acceptance.value == outcome.acceptance.value);
  CHECK(found.terms[3].gain[0].value == outcome.parties[0].npv.mean.value);
  CHECK(found.terms[3].gain[1].value == outcome.parties[1].npv.mean.value - 20);
  CHECK(found.terms[3].accepts[1].value == 1 - outcome.parties[1].p_below_reservation.value);
  // The base scenario stands at 60%.
  CHECK(found.base.gain[0].value == found.terms[2].gain[0].value);
}

TEST_CASE("Bargaining chooses in the middle of what is to be gained", "[study][zone]") {
  // 200 s - 100 and 200 (1 - s) - 20: the product is largest at s = 0.7, where both gain 40; so are the shares of 80.
  const Zone found = zone(20'000, 0.9);
  REQUIRE(found.nash);
  CHECK(found.terms[found.nash->terms].values.front() == "70%");
  REQUIRE(found.kalai_smorodinsky);
  CHECK(found.terms[found.kalai_smorodinsky->terms].values.front() == "70%");
  CHECK(found.nash->interval.front() == std::pair<std::string, std::string>("70%", "70%"));
}

TEST_CASE("Few futures leave the choice uncertain", "[study][zone]") {
  // With ten futures the gains of 1 % steps are known too badly to name one of them.
  std::string fine =
      "sweep: 1\nbase: base.yaml\naxes:\n  ratio:\n    schemes.plain.shares.host: {from: 60%, to: 80%, steps: 21}\n"
      "    schemes.plain.shares.origin: {from: 40%, to: 20%, steps: 21}\n";
  const Zone found = zone(10, 0.9, fine);
  REQUIRE(found.nash);
  CHECK(found.nash->interval.front().first != found.nash->interval.front().second);
}

TEST_CASE("A concession is the cheapest terms that give a party its chance", "[study][zone]") {
  const Zone found = zone(5000, 0.9);
  const Concession& host = found.concessions[0];
  CHECK(host.needed);
  REQUIRE(host.terms);
  CHECK(found.terms[*host.terms].accepts[0].value >= 0.9);
  CHECK(found.terms[*host.terms - 1].accepts[0].value < 0.9);
  // What one side wins on the same futures is what the other loses: shares of the same revenue, at no discount.
  CHECK(host.won.value == Approx(host.cost.value));
  CHECK(host.won.value > 0);
  CHECK(host.cost.error > 0);
  CHECK(host.cost.error < 2);
  const Concession& origin = found.concessions[1];
  CHECK_FALSE(origin.needed);
  CHECK(found.base.accepts[1].value >= 0.9);
  const Zone never = zone(1000, 0.999999);
  CHECK(never.concessions[0].needed);
}

TEST_CASE("Terms that are no scenario are left out of the map, with a reason", "[study][zone]") {
  std::string over = map;
  over.replace(over.find("origin: [60%"), 12, "origin: [70%");
  const Zone found = zone(500, 0.9, over);
  CHECK(found.terms.size() == 5);
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures.front().reason.en.find("schemes.plain") != std::string::npos);
}

}  // namespace shanhai::study
