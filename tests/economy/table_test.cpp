#include "economy/table.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "economy/example_park.hpp"

namespace shanhai::economy {
namespace {

constexpr std::size_t paths = 200'000;

Forecast forecast(double sd, double rho) {
  Forecast result;
  result.table.streams = {{"vat", Levels{{Number{2400}, Number{2600}, Number{2800}}}}, {"cit", Levels{Number{1000}}}};
  result.uncertainty = Uncertainty{Number{sd}, rho};
  return result;
}

// V_t = sd² [t + 2 sum_{d<t} (t - d) rho^d]
double log_variance(double sd, double rho, int t) {
  double sum = t;
  for (int d = 1; d < t; ++d) {
    sum += 2 * (t - d) * std::pow(rho, d);
  }
  return sd * sd * sum;
}

}  // namespace

TEST_CASE("A forecast's index is lognormal of mean 1", "[economy][table][statistical]") {
  const double rho = GENERATE(-0.4, 0.0, 0.7);
  const double sd = 0.2;
  const Source source = forecast(sd, rho);
  Stepped run(source, 2, paths);
  const std::vector<double> expected{2400, 2600, 2800, 2800, 2800};
  for (int t = 1; t <= 5; ++t) {
    run.step();
    const std::vector<double> vat = copy(run.ledger.local[0]);
    CHECK(errors_off(vat, expected[static_cast<std::size_t>(t - 1)]) < most_errors);
    const double variance = log_variance(sd, rho, t);
    std::vector<double> log_index(paths);
    std::vector<double> squares(paths);
    for (std::size_t path = 0; path < paths; ++path) {
      log_index[path] = std::log(vat[path] / expected[static_cast<std::size_t>(t - 1)]);
      squares[path] = std::pow(log_index[path] + variance / 2, 2);
    }
    CHECK(errors_off(log_index, -variance / 2) < most_errors);
    CHECK(errors_off(squares, variance) < most_errors);
  }
}

TEST_CASE("A forecast's quantiles are those of its law", "[economy][table][statistical]") {
  const Source source = forecast(0.3, 0.5);
  Stepped run(source, 2, paths);
  run.step();
  run.step();
  const double variance = log_variance(0.3, 0.5, 2);
  for (const auto& [probability, z] : {std::pair{0.05, -1.6448536269514722}, {0.5, 0.0}, {0.95, 1.6448536269514722}}) {
    const double quantile = 2600 * std::exp(std::sqrt(variance) * z - variance / 2);
    std::vector<double> below;
    for (const double value : run.ledger.local[0]) {
      below.push_back(value <= quantile ? 1.0 : 0.0);
    }
    CHECK(errors_off(below, probability) < most_errors);
  }
}

TEST_CASE("All streams of a forecast move together, and nothing is taken above", "[economy][table]") {
  const Source source = forecast(0.2, 0.3);
  Stepped run(source, 2, 100);
  run.step();
  run.step();
  for (std::size_t path = 0; path < 100; ++path) {
    CHECK(run.ledger.local[0][path] / 2600 == Approx(run.ledger.local[1][path] / 1000));
    CHECK(run.ledger.gross[0][path] == run.ledger.local[0][path]);
    CHECK(run.ledger.central[0][path] == 0);
  }
}

TEST_CASE("A forecast without uncertainty is met to the last bit", "[economy][table]") {
  const Source spread = forecast(0.2, 0.3);
  const Source source = without_risk(spread);
  Stepped run(source, 2, 10);
  for (const double expected : {2400.0, 2600.0, 2800.0, 2800.0}) {
    run.step();
    CHECK(copy(run.ledger.local[0]) == std::vector<double>(10, expected));
    CHECK(copy(run.ledger.local[1]) == std::vector<double>(10, 1000));
  }
}

TEST_CASE("A forecast's factor is that of the ledger", "[economy][table]") {
  const Source source = forecast(0.2, 0.3);
  Stepped run(source, 2, 10);
  run.step();
  for (std::size_t path = 0; path < 10; ++path) {
    const double factor = run.ledger[flow::Ledger::Line::factor][path];
    CHECK(run.ledger.local[1][path] == Approx(1000 * std::exp(0.2 * factor - 0.02)));
  }
}

TEST_CASE("Volatility and levels of a forecast may be uncertain", "[economy][table]") {
  Forecast uncertain = forecast(0, 0);
  uncertain.uncertainty->sd = Number{0.1, 0};
  uncertain.table.streams[1].revenue = Number{1000, 1};
  const Source source = uncertain;
  flow::Draws draws(2, 2);
  std::ranges::copy(std::vector{0.0, 0.3}, draws[0].begin());
  std::ranges::copy(std::vector{900.0, 1200.0}, draws[1].begin());
  Economy economy(source, {1, 2020, 5, 2, Counting::drawn});
  economy.begin({0, 2}, draws);
  flow::Ledger ledger({.parties = 2, .streams = 2, .lanes = 2, .years = 5});
  economy.step(1, flow::Operand{1.0}, ledger);
  const double factor = ledger[flow::Ledger::Line::factor][1];
  CHECK(ledger.local[1][0] == 900);
  CHECK(ledger.local[1][1] == Approx(1200 * std::exp(0.3 * factor - 0.045)));
}

}  // namespace shanhai::economy
