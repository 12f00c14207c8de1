#include "economy/events.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

#include "economy/example_park.hpp"

namespace shanhai::economy {
namespace {

// Multiplies arrivals by 3, so that it shows where it runs.
Event visible(int years) {
  Event event;
  event.id = "visible";
  event.years = years;
  event.arrivals = 3;
  return event;
}

Park park_with(std::vector<Event> events) {
  Park park = park_of({plain_sector("a"), plain_sector("b")});
  park.events = std::move(events);
  return park;
}

// [t - 1][lane] of the multiplier of arrivals in sector 0; year 1 is 2020.
std::vector<std::vector<double>> arrivals(const Park& park, int years, std::size_t lanes) {
  const flow::Draws draws(1, lanes);
  Events events(park, 2020, 5, lanes);
  events.begin(draws);
  std::vector<std::vector<double>> result;
  for (int year = 1; year <= years; ++year) {
    events.step({0, lanes}, year);
    result.push_back(copy(events.arrivals(0)));
  }
  return result;
}

std::vector<int> years_running(const Park& park) {
  const auto multiplier = arrivals(park, 10, 1);
  std::vector<int> result;
  for (int year = 1; year <= 10; ++year) {
    if (multiplier[static_cast<std::size_t>(year - 1)][0] != 1) {
      result.push_back(year);
    }
  }
  return result;
}

}  // namespace

TEST_CASE("An event by chance starts with its probability in the years in which it does not run",
          "[economy][events][statistical]") {
  constexpr int duration = 3;
  constexpr double probability = 0.2;
  Event event = visible(duration);
  event.probability = Levels{Number{probability}};
  const auto multiplier = arrivals(park_with({event}), 8, 200'000);
  std::vector<double> starts;  // P(starts in t) = p (1 - P(started in one of the two years before))
  for (std::size_t t = 0; t < multiplier.size(); ++t) {
    const double last = t > 0 ? starts[t - 1] : 0;
    const double last_but_one = t > 1 ? starts[t - 2] : 0;
    starts.push_back(probability * (1 - last - last_but_one));
    const double runs = starts[t] + last + last_but_one;
    CHECK(errors_off(multiplier[t], 1 + 2 * runs) < most_errors);
  }
}

TEST_CASE("An event lasts its years, and may start again right after", "[economy][events]") {
  Event event = visible(3);
  event.probability = Levels{Number{0.4}};
  const auto multiplier = arrivals(park_with({event}), 30, 500);
  bool seen_twice_in_a_row = false;
  for (std::size_t lane = 0; lane < 500; ++lane) {
    int spell = 0;
    for (const std::vector<double>& year : multiplier) {
      if (year[lane] == 3) {
        ++spell;
        continue;
      }
      CHECK(spell % 3 == 0);
      seen_twice_in_a_row = seen_twice_in_a_row || spell == 6;
      spell = 0;
    }
  }
  CHECK(seen_twice_in_a_row);
}

TEST_CASE("An event's probability may differ by year", "[economy][events]") {
  Event event = visible(2);
  event.probability = Levels{{Number{0}, Number{1}, Number{0}}};
  CHECK(years_running(park_with({event})) == std::vector{2, 3});
}

TEST_CASE("An event of a known year runs from that year on", "[economy][events]") {
  Event event = visible(3);
  event.in = 2024;
  CHECK(years_running(park_with({event})) == std::vector{5, 6, 7});
}

TEST_CASE("An event that began before year 1 runs on for the rest of its years", "[economy][events]") {
  Event event = visible(4);
  event.in = 2018;
  CHECK(years_running(park_with({event})) == std::vector{1, 2});
  event.in = 2016;
  CHECK(years_running(park_with({event})).empty());
}

TEST_CASE("An event after the horizon never runs", "[economy][events]") {
  Event event = visible(4);
  event.in = 2030;
  CHECK(years_running(park_with({event})).empty());
}

TEST_CASE("Events that run together multiply and add, each in its own sectors", "[economy][events]") {
  Event slump = visible(2);
  slump.in = 2020;
  slump.growth = -0.06;
  slump.arrivals = 0.5;
  slump.exits = 2;
  slump.margin = -0.02;
  Event boom = slump;
  boom.id = "boom";
  boom.growth = 0.5;
  boom.arrivals = 3;
  boom.exits = 0.25;
  boom.margin = 0.05;
  boom.sectors = std::vector{SectorRef{1}};
  const Park park = park_with({slump, boom});
  const flow::Draws draws(1, 1);
  Events events(park, 2020, 5, 1);
  events.begin(draws);
  events.step({0, 1}, 1);
  CHECK(events.growth(0)[0] == Approx(0.94));
  CHECK(events.growth(1)[0] == Approx(0.94 * 1.5));
  CHECK(events.arrivals(0)[0] == 0.5);
  CHECK(events.arrivals(1)[0] == 1.5);
  CHECK(events.exits(0)[0] == 2);
  CHECK(events.exits(1)[0] == 0.5);
  CHECK(events.margin(0)[0] == Approx(-0.02));
  CHECK(events.margin(1)[0] == Approx(0.03));
  events.step({0, 1}, 2);
  events.step({0, 1}, 3);
  CHECK(events.growth(1)[0] == 1);
  CHECK(events.exits(1)[0] == 1);
}

TEST_CASE("An event's size may be uncertain, and every path begins without events", "[economy][events]") {
  Event event = visible(9);
  event.probability = Levels{{Number{1}, Number{0}}};
  event.margin = Number{0, 0};
  event.growth = Number{0, 1};
  const Park park = park_with({event});
  flow::Draws draws(2, 2);
  draws[0][1] = 0.07;
  draws[1][1] = 0.2;
  Events events(park, 2020, 5, 2);
  events.begin(draws);
  events.step({0, 2}, 1);
  CHECK(copy(events.margin(0)) == std::vector{0, 0.07});
  CHECK(events.growth(0)[0] == 1);
  CHECK(events.growth(0)[1] == Approx(1.2));
  events.begin(draws);
  events.step({2, 2}, 2);
  CHECK(copy(events.arrivals(0)) == std::vector<double>{1, 1});
}

TEST_CASE("Only events by chance leave the deterministic twin", "[economy][events]") {
  Event by_chance = visible(1);
  by_chance.probability = Levels{Number{1}};
  CHECK(years_running(without_risk(park_with({by_chance}))).empty());
  Event known = visible(1);
  known.in = 2021;
  CHECK(years_running(without_risk(park_with({known}))) == std::vector{2});
}

}  // namespace shanhai::economy
