#include "economy/production.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "economy/example_park.hpp"

namespace shanhai::economy {
namespace {

constexpr std::size_t paths = 200'000;
constexpr int years = 6;

/// Everything a sector earns in one year of one park.
struct Year {
  std::vector<double> output;
  std::vector<double> profit;
  std::vector<double> factor;
};

/// Sector 0, year by year; its profit is taxed.
std::vector<Year> produce(Park park, std::size_t lanes, Counting counting) {
  Tax tax;
  tax.base.base = Base::profit;
  park.taxes = {tax};
  const PathRange range{0, lanes};
  const flow::Draws draws(1, lanes);
  Factors factors(
      {{"macro", park.macro.rho}, {"sector." + park.sectors[0].id, park.sectors[0].rho}}, park.correlation, 1, lanes);
  Events events(park, 2020, 1, lanes);
  Firms firms(park, 1, lanes, counting);
  Production production(park, 1, years, lanes);
  factors.begin(range);
  events.begin(draws);
  firms.begin(draws);
  production.begin(range, draws);
  std::vector<Year> result;
  for (int year = 1; year <= years; ++year) {
    factors.step(range, year);
    events.step(range, year);
    firms.step(range, year, events, factors[0], flow::Operand{1.0});
    production.step(range, year, factors, events, firms);
    result.push_back({copy(production.output(0)), copy(production.profit(0)), copy(factors[1])});
  }
  return result;
}

// Mature firms only, as many in every year.
Sector settled(int firms) {
  Sector sector = plain_sector("a");
  sector.firms = firms;
  sector.arrivals = Number{0};
  return sector;
}

std::vector<double> logs(std::vector<double> x) {
  for (double& value : x) {
    value = std::log(value);
  }
  return x;
}

std::vector<double> squared_distances(std::vector<double> x, double from) {
  for (double& value : x) {
    value = (value - from) * (value - from);
  }
  return x;
}

}  // namespace

TEST_CASE("Output grows, ramps up and earns by hand", "[economy][production]") {
  Sector sector = plain_sector("a");
  sector.firms = 3;
  sector.growth = 0.05;
  sector.ramp = {Number{0}, Number{0.4}, Number{1}};
  sector.margin = Levels{{Number{0.1}, Number{0.08}}};
  const std::vector<Year> run = produce(park_of({sector}), 1, Counting::expected);
  CHECK(run[0].output[0] == Approx(3 * 100));
  CHECK(run[1].output[0] == Approx((3 + 2 * 0.4) * 100 * 1.05));
  CHECK(run[2].output[0] == Approx((3 + 2 * 0.4 + 2) * 100 * 1.05 * 1.05));
  CHECK(run[0].profit[0] == Approx(30));
  CHECK(run[1].profit[0] == Approx(0.08 * 399));
}

TEST_CASE("An event's growth stays in the level, its margin goes with it, and a loss counts as no profit",
          "[economy][production]") {
  Park park = park_of({settled(1)});
  Event event;
  event.id = "slump";
  event.in = 2021;
  event.years = 2;
  event.growth = -0.06;
  event.margin = -0.15;
  park.events = {event};
  const std::vector<Year> run = produce(park, 1, Counting::expected);
  const std::vector<double> level{100, 94, 94 * 0.94, 94 * 0.94};
  const std::vector<double> margin{0.1, 0, 0, 0.1};
  for (std::size_t t = 0; t < level.size(); ++t) {
    CHECK(run[t].output[0] == Approx(level[t]));
    CHECK(run[t].profit[0] == Approx(margin[t] * level[t]));
  }
}

TEST_CASE("Uncertainty spreads around the deterministic twin", "[economy][production][statistical]") {
  Sector sector = plain_sector("a");
  sector.firms = 2;
  sector.arrivals = Levels{{Number{1}, Number{3}}};
  sector.exit = Number{0.1};
  sector.ramp = {Number{0.2}, Number{0.5}, Number{1}};
  sector.growth = 0.05;
  sector.sigma = 0.15;
  sector.rho = 0.4;
  sector.margin = Number{0.3};  // ten standard deviations from a loss
  sector.margin_sd = 0.03;
  sector.firm_cv = 0.8;
  const Park park = park_of({sector});
  const std::vector<Year> drawn = produce(park, paths, Counting::drawn);
  const std::vector<Year> twin = produce(without_risk(park), 1, Counting::expected);
  for (std::size_t t = 0; t < years; ++t) {
    CHECK(errors_off(drawn[t].output, twin[t].output[0]) < most_errors);
    CHECK(errors_off(drawn[t].profit, twin[t].profit[0]) < most_errors);
  }
}

TEST_CASE("Output is lognormal with the variance of the factor's sum", "[economy][production][statistical]") {
  Sector sector = settled(1);
  sector.sigma = 0.1;
  sector.rho = GENERATE(-0.5, 0.6);
  const std::vector<Year> run = produce(park_of({sector}), paths, Counting::drawn);
  for (std::size_t t = 0; t < years; ++t) {
    double variance = 0;
    for (std::size_t s = 0; s <= t; ++s) {
      for (std::size_t u = 0; u <= t; ++u) {
        const double lag = std::abs(static_cast<double>(s) - static_cast<double>(u));
        variance += 0.01 * std::pow(sector.rho, lag);
      }
    }
    const std::vector<double> log_output = logs(run[t].output);
    const double mean = std::log(100) - variance / 2;
    CHECK(errors_off(log_output, mean) < most_errors);
    CHECK(errors_off(squared_distances(log_output, mean), variance) < most_errors);
  }
}

TEST_CASE("Firm sizes spread by the number of mature firms, and persist", "[economy][production][statistical]") {
  const int firms = GENERATE(1, 4);
  Sector sector = settled(firms);
  sector.firm_cv = 0.6;
  sector.growth = 0.05;
  const std::vector<Year> run = produce(park_of({sector}), paths, Counting::drawn);
  const double variance = std::log(1 + 0.36 / firms);
  const std::vector<double> log_output = logs(run[0].output);
  const double mean = std::log(100 * firms) - variance / 2;
  CHECK(errors_off(log_output, mean) < most_errors);
  CHECK(errors_off(squared_distances(log_output, mean), variance) < most_errors);
  for (std::size_t path = 0; path < 100; ++path) {
    CHECK(run[5].output[path] == Approx(run[0].output[path] * std::pow(1.05, 5)));
  }
}

TEST_CASE("Less than one mature firm spreads like one", "[economy][production][statistical]") {
  Sector sector = plain_sector("a");
  sector.arrivals = Levels{{Number{2}, Number{0}}};
  sector.ramp = {Number{0.25}};
  sector.firm_cv = 0.6;
  const std::vector<Year> run = produce(park_of({sector}), paths, Counting::expected);
  const double variance = std::log(1.36);
  const double mean = std::log(50) - variance / 2;
  CHECK(errors_off(squared_distances(logs(run[0].output), mean), variance) < most_errors);
}

TEST_CASE("The margin's shock has its spread and its link to the sector's factor",
          "[economy][production][statistical]") {
  Sector sector = settled(1);
  sector.margin = Number{0.3};  // ten standard deviations from a loss
  sector.margin_sd = 0.03;
  sector.margin_link = GENERATE(-0.5, 0.8);
  sector.sigma = 0.1;
  const std::vector<Year> run = produce(park_of({sector}), paths, Counting::drawn);
  std::vector<double> shock;
  std::vector<double> linked;
  std::vector<double> lagged;
  for (std::size_t path = 0; path < paths; ++path) {
    shock.push_back(run[1].profit[path] / run[1].output[path] - 0.3);
    linked.push_back(shock.back() * run[1].factor[path]);
    lagged.push_back(shock.back() * (run[0].profit[path] / run[0].output[path] - 0.3));
  }
  CHECK(errors_off(shock, 0) < most_errors);
  CHECK(errors_off(squared_distances(shock, 0), 0.0009) < most_errors);
  CHECK(errors_off(linked, 0.03 * sector.margin_link) < most_errors);
  CHECK(errors_off(lagged, 0) < most_errors);
}

TEST_CASE("A linked margin moves mean profit by its covariance with output", "[economy][production][statistical]") {
  Sector sector = settled(1);
  sector.margin = Number{0.3};  // ten standard deviations from a loss
  sector.margin_sd = 0.03;
  sector.margin_link = 0.8;
  sector.sigma = 0.2;
  sector.rho = 0.5;
  const std::vector<Year> run = produce(park_of({sector}), paths, Counting::drawn);
  double covariance = 0;  // of s_t with sigma (s_1 + ... + s_t)
  for (std::size_t t = 0; t < years; ++t) {
    covariance += 0.2 * std::pow(0.5, static_cast<double>(t));
    CHECK(errors_off(run[t].profit, 100 * (0.3 + 0.03 * 0.8 * covariance)) < most_errors);
  }
}

}  // namespace shanhai::economy
