#include "run/tally.hpp"

#include <numeric>
#include <set>
#include <vector>

#include <catch2/catch.hpp>

#include "run/examples.hpp"

namespace shanhai::run {

TEST_CASE("Every series has a place of its own", "[run][tally]") {
  using Level = SeriesMap::Level;
  using Yearly = SeriesMap::Yearly;
  using Single = SeriesMap::Single;
  const SeriesMap map({.parties = 3, .streams = 2, .lanes = 0, .years = 4}, 2, 2, true);
  std::set<std::size_t> places;
  std::size_t count = 0;
  const auto take = [&](std::size_t place) {
    ++count;
    places.insert(place);
    CHECK(place < map.size());
  };
  for (const std::size_t two : {0U, 1U}) {  // a group, or a scheme
    for (const std::size_t stream : {0U, 1U}) {
      for (const Level level : {Level::local, Level::gross, Level::central, Level::province}) {
        for (int year = 0; year <= 4; ++year) {
          take(map.revenue(two, level, stream, year));
        }
      }
    }
    for (const std::size_t party : {0U, 1U, 2U}) {
      for (const Yearly what :
           {Yearly::cash_flow, Yearly::accrual, Yearly::output_credit, Yearly::value_added_credit}) {
        for (int year = 0; year <= 4; ++year) {
          take(map.yearly(two, party, what, year));
        }
      }
      for (const Single what : {Single::size, Single::floor_calls, Single::broken}) {
        take(map.single(two, party, what));
      }
    }
    take(map.ratio(two));
  }
  CHECK(places.size() == count);
  CHECK(map.size() == count);
}

TEST_CASE("Lanes beyond the last path leave no trace", "[run][tally]") {
  const Scenario scenario = busy_scenario(4);
  const Plan plan = paths(5);
  const Setup setup(scenario, plan);
  Gathered gathered(setup, plan);
  gathered.kept.grow(plan.paths);
  Simulator simulator(setup, 8);
  Tally tally(setup, gathered.map, gathered.kept, 8);
  tally.begin(0, 5);
  simulator.simulate(0, tally);
  CHECK(tally.finish(simulator.draws()));
  gathered.moments.store(0, tally.sums());
  const auto cash = gathered.map.yearly(0, 0, SeriesMap::Yearly::cash_flow, 2);
  CHECK(gathered.moments.merged(cash).count() == 5);
  for (const std::vector<std::uint64_t>& counts : tally.paybacks().of) {
    CHECK(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}) == 5);
  }
  const ConstLanes kept = gathered.kept.npv[0];
  CHECK(stats::moments(kept).mean() == Approx(outcome(scenario, plan).schemes[0].parties[0].npv.mean.value));
}

TEST_CASE("Bands are kept of the band paths only", "[run][tally]") {
  Plan plan = paths(3000);
  plan.band_paths = 100;
  const Scenario scenario = busy_scenario(3);
  const Outcome few = outcome(scenario, plan);
  plan.paths = 100;
  const Outcome only = outcome(scenario, plan);
  const PartyOutcome& first = few.schemes[1].parties[1];
  const PartyOutcome& second = only.schemes[1].parties[1];
  CHECK(first.cash_flow.q50[2].value == second.cash_flow.q50[2].value);
  CHECK(first.irr.none.value == second.irr.none.value);
  CHECK(few.revenue[0][0].local.q95[1].value == only.revenue[0][0].local.q95[1].value);
  CHECK(first.npv.q50.value != second.npv.q50.value);
}

}  // namespace shanhai::run
