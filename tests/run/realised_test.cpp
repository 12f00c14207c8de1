#include "run/realised.hpp"

#include <catch2/catch.hpp>

#include "run/examples.hpp"

namespace shanhai::run {
namespace {

Realised figure(Quantity quantity, YearRange years, double value) {
  return {same("figure"), quantity, years, value};
}

/// 2 firms arrive a year; each puts out 100 a year, of which 20 are value added, and pays 1 of rent and 10 of tax.
Scenario with_figures(std::vector<Realised> figures) {
  economy::Park park = rented_park();
  park.taxes[0].non_tax = true;
  Scenario scenario = scenario_of(park, 4, {contract("half", {split(0.5, 0.5)})});
  scenario.realised = std::move(figures);
  return scenario;
}

}  // namespace

TEST_CASE("Each quantity is counted as it says", "[run][realised]") {
  const Scenario scenario = with_figures({figure(Quantity::taxes, {2, 3}, 100),
                                          figure(Quantity::local, {2, 3}, 110),
                                          figure(Quantity::output, {1, YearRange::forever}, 2000),
                                          figure(Quantity::value_added, {4, 4}, 159),
                                          figure(Quantity::firms, {1, 3}, 7)});
  const std::vector<RealisedOutcome> among = outcome(scenario, twin()).realised;
  REQUIRE(among.size() == 5);
  CHECK(among[0].mean.value == Approx(10 * (4 + 6)));
  CHECK(among[1].mean.value == Approx(11 * (4 + 6)));
  CHECK(among[2].mean.value == Approx(100 * (2 + 4 + 6 + 8)));
  CHECK(among[3].mean.value == Approx(20 * 8));
  CHECK(among[4].mean.value == 6);  // at the end of year 3
  CHECK(among[2].q05.value == among[2].q95.value);
  CHECK(among[3].below.value == 0);
  CHECK(among[4].below.value == 1);
  CHECK(among[4].below.error == 0);
}

TEST_CASE("A figure stands among the futures as their law says", "[run][realised][statistics]") {
  // Firms of three years are Poisson with mean 6: P(at most 5) = 0.44568, and 5 is not below 5.
  const Scenario scenario = with_figures({figure(Quantity::firms, {3, 3}, 6), figure(Quantity::firms, {3, 3}, 5.5)});
  const std::vector<RealisedOutcome> among = outcome(scenario, paths(200'000)).realised;
  CHECK(errors_off(among[0].mean, 6) < most_errors);
  CHECK(errors_off(among[0].below, 0.445680) < most_errors);
  CHECK(among[1].below.value == among[0].below.value);
  CHECK(among[0].q50.value == 6);
}

TEST_CASE("A figure of a table is held against shared revenue", "[run][realised]") {
  Scenario scenario = scenario_of(forecast(Levels{{Number{10}, Number{20}}}), 3, {contract("half", {split(0.5, 0.5)})});
  scenario.realised = {figure(Quantity::local, {1, 2}, 31)};
  const RealisedOutcome among = outcome(scenario, twin()).realised[0];
  CHECK(among.mean.value == 30);
  CHECK(among.below.value == 1);
}

}  // namespace shanhai::run
