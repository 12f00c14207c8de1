#include "economy/firms.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

#include "economy/example_park.hpp"

namespace shanhai::economy {
namespace {

constexpr std::size_t paths = 200'000;

// Upper point of chi-squared at 1e-6 by Wilson and Hilferty's approximation; P(Z > 4.75) = 1e-6.
double chi_squared_bound(double degrees) {
  const double spread = 2 / (9 * degrees);
  return degrees * std::pow(1 - spread + 4.75 * std::sqrt(spread), 3);
}

// Pearson's statistic of counts 0..last, the rest in one cell.
double chi_squared_of_poisson(const std::vector<double>& counts, double mean, std::size_t last) {
  std::vector<double> seen(last + 2, 0);
  for (const double count : counts) {
    seen[std::min(static_cast<std::size_t>(count), last + 1)] += 1;
  }
  const auto n = static_cast<double>(counts.size());
  double probability = std::exp(-mean);
  double rest = 1;
  double statistic = 0;
  for (std::size_t k = 0; k <= last; ++k) {
    statistic += std::pow(seen[k] - n * probability, 2) / (n * probability);
    rest -= probability;
    probability *= mean / static_cast<double>(k + 1);
  }
  return statistic + std::pow(seen[last + 1] - n * rest, 2) / (n * rest);
}

bool is_whole(double value) {
  return value == std::floor(value);
}

}  // namespace

TEST_CASE("Expected firms leave and come in fractions", "[economy][firms]") {
  Sector sector = plain_sector("a");
  sector.firms = 10;
  sector.exit = Number{0.1};
  sector.arrivals = Levels{{Number{2.5}, Number{4}}};
  sector.ramp = {Number{0}, Number{0.5}, Number{1}};
  const Park park = park_of({sector});
  FirmsOnly run(park, 1, Counting::expected);
  run.step();
  CHECK(run.firms.count(0)[0] == Approx(10 * 0.9 + 2.5));
  CHECK(run.firms.arrived(0)[0] == 2.5);
  run.step();
  CHECK(run.firms.count(0)[0] == Approx(11.5 * 0.9 + 4));
  CHECK(run.firms.occupied()[0] == Approx(143.5));
  run.step(0.5);
  CHECK(run.firms.arrived(0)[0] == 2);
  // By age: this year's, last year's, and all older ones.
  CHECK(run.firms.ages(0)[0][0] == Approx(2));
  CHECK(run.firms.ages(0)[1][0] == Approx(4 * 0.9));
  CHECK(run.firms.ages(0)[2][0] == Approx(2.5 * 0.81 + 10 * 0.729));
}

TEST_CASE("Ages are kept apart as long as a ramp or a holiday tells them apart", "[economy][firms]") {
  Park park = park_of({plain_sector("a")});
  Tax tax;
  tax.holiday = std::vector<Number>(4, Number{1});
  park.taxes = {tax};
  FirmsOnly run(park, 1, Counting::expected);
  REQUIRE(run.firms.ages(0).size() == 4);
  for (int year = 1; year <= 6; ++year) {
    run.step();
  }
  CHECK(run.firms.ages(0)[2][0] == 2);
  CHECK(run.firms.ages(0)[3][0] == 6);
}

TEST_CASE("Events and the macro factor tilt arrivals and exits", "[economy][firms]") {
  Sector sector = plain_sector("a");
  sector.firms = 100;
  sector.exit = Number{0.05};
  sector.exit_macro = 0.4;
  sector.arrivals_macro = 0.3;
  Event event;
  event.id = "slump";
  event.in = 2020;
  event.arrivals = 0.5;
  event.exits = 2;
  Park park = park_of({sector});
  park.events = {event};
  FirmsOnly run(park, 2, Counting::expected);
  run.macro = {1.5, -1.5};
  run.step();
  for (const std::size_t lane : {0U, 1U}) {
    const double s = run.macro[lane];
    const double gone = 100 * 0.05 * 2 * std::exp(-0.4 * s - 0.08);
    const double come = 2 * 0.5 * std::exp(0.3 * s - 0.045);
    CHECK(run.firms.arrived(0)[lane] == Approx(come));
    CHECK(run.firms.count(0)[lane] == Approx(100 - gone + come));
  }
}

TEST_CASE("In the deterministic twin arrivals and exits are as expected whatever their sensitivity",
          "[economy][firms]") {
  Sector sector = plain_sector("a");
  sector.firms = 100;
  sector.exit = Number{0.05};
  sector.exit_macro = 0.4;
  sector.arrivals_macro = 0.3;
  const Park park = without_risk(park_of({sector}));
  FirmsOnly run(park, 1, Counting::expected);
  run.step();
  CHECK(run.firms.arrived(0)[0] == 2);
  CHECK(run.firms.count(0)[0] == Approx(97));
}

TEST_CASE("No more firms leave than there are", "[economy][firms]") {
  Sector sector = plain_sector("a");
  sector.firms = 7;
  sector.exit = Number{0.6};
  sector.arrivals = Number{0};
  Event event;
  event.id = "ruin";
  event.in = 2020;
  event.exits = 2;
  Park park = park_of({sector});
  park.events = {event};
  FirmsOnly run(park, 1, GENERATE(Counting::expected, Counting::drawn));
  run.step();
  CHECK(run.firms.count(0)[0] == 0);
  CHECK(run.firms.ages(0)[0][0] == 0);
  CHECK(run.firms.occupied()[0] == 0);
}

TEST_CASE("Expected arrivals fill the land that is open, to a fraction of a firm", "[economy][firms]") {
  Sector first = plain_sector("first");
  first.land_per_firm = 8;
  first.exit = Number{0.5};
  Sector second = plain_sector("second");
  second.arrivals = Number{1};
  Park park = park_of({first, second});
  park.land.gross = 100;
  park.land.net = 0.5;
  park.land.released = Levels{{Number{0.2}, Number{0.4}, Number{1}}};
  FirmsOnly run(park, 1, Counting::expected);
  run.step();  // 10 mu: the first sector fits 1.25 of its 2 firms, and leaves nothing
  CHECK(run.firms.arrived(0)[0] == Approx(1.25));
  CHECK(run.firms.arrived(1)[0] == 0);
  run.step();  // 20 mu, of which exits leave 15 free: 1.875 firms
  CHECK(run.firms.arrived(0)[0] == Approx(1.875));
  CHECK(run.firms.arrived(1)[0] == Approx(0).margin(1e-12));
  CHECK(run.firms.occupied()[0] == Approx(20));
  run.step();  // 50 mu, 40 free: 2 firms take 16, and one of the second 10
  CHECK(run.firms.arrived(0)[0] == 2);
  CHECK(run.firms.arrived(1)[0] == 1);
  CHECK(run.firms.occupied()[0] == Approx(36));
}

TEST_CASE("Firms that stand on more land than is open stay, and let nobody in", "[economy][firms]") {
  Sector sector = plain_sector("a");
  sector.firms = 10;
  Park park = park_of({sector});
  park.land.gross = 50;
  FirmsOnly run(park, 1, GENERATE(Counting::expected, Counting::drawn));
  run.step();
  CHECK(run.firms.count(0)[0] == 10);
  CHECK(run.firms.arrived(0)[0] == 0);
}

TEST_CASE("Firms that need no land always fit", "[economy][firms]") {
  Sector sector = plain_sector("offices");
  sector.land_per_firm = 0;
  Park park = park_of({sector});
  park.land.gross = 0;
  FirmsOnly run(park, 1, Counting::expected);
  run.step();
  CHECK(run.firms.count(0)[0] == 2);
}

TEST_CASE("Poisson arrivals thinned by exits stay Poisson", "[economy][firms][statistical]") {
  constexpr double arrivals = 3;
  constexpr double hazard = 0.2;
  Sector sector = plain_sector("a");
  sector.arrivals = Number{arrivals};
  sector.exit = Number{hazard};
  const Park park = park_of({sector});
  FirmsOnly run(park, paths, Counting::drawn);
  double mean = 0;
  for (int year = 1; year <= 5; ++year) {
    run.step();
    mean = mean * (1 - hazard) + arrivals;
    CHECK(errors_off(copy(run.firms.count(0)), mean) < most_errors);
    CHECK(chi_squared_of_poisson(copy(run.firms.count(0)), mean, 20) < chi_squared_bound(21));
    CHECK(chi_squared_of_poisson(copy(run.firms.arrived(0)), arrivals, 9) < chi_squared_bound(10));
  }
}

TEST_CASE("Initial firms leave binomially", "[economy][firms][statistical]") {
  Sector sector = plain_sector("a");
  sector.firms = 20;
  sector.exit = Number{0.1};
  sector.arrivals = Number{0};
  const Park park = park_of({sector});
  FirmsOnly run(park, paths, Counting::drawn);
  for (int year = 1; year <= 3; ++year) {
    run.step();
    const double stays = std::pow(0.9, year);
    std::vector<double> squares = copy(run.firms.count(0));
    CHECK(errors_off(squares, 20 * stays) < most_errors);
    for (double& count : squares) {
      count = (count - 20 * stays) * (count - 20 * stays);
    }
    CHECK(errors_off(squares, 20 * stays * (1 - stays)) < most_errors);
  }
}

TEST_CASE("Drawn firms are whole, and never stand on land that is not open", "[economy][firms][property]") {
  Sector small = plain_sector("small");
  small.land_per_firm = 0.1;
  small.exit = Number{0.3};
  Sector large = plain_sector("large");
  large.land_per_firm = 0.7;
  large.exit = Number{0.3};
  Park park = park_of({small, large});
  park.land.gross = 2;
  park.land.released = Levels{{Number{0.15}, Number{0.5}, Number{1}}};
  constexpr std::size_t lanes = 2000;
  FirmsOnly run(park, lanes, Counting::drawn);
  for (int year = 1; year <= 10; ++year) {
    run.step();
    const double open = 2 * park.land.released.in(year).value;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const double occupied = run.firms.occupied()[lane];
      CHECK(is_whole(run.firms.count(0)[lane]));
      CHECK(is_whole(run.firms.arrived(1)[lane]));
      CHECK(occupied <= open + 1e-9);
      CHECK(occupied == Approx(0.1 * run.firms.count(0)[lane] + 0.7 * run.firms.count(1)[lane]).margin(1e-12));
    }
  }
}

TEST_CASE("Land that lacks only a rounding error to a whole firm is enough for it", "[economy][firms]") {
  Sector sector = plain_sector("a");
  sector.arrivals = Number{1000};
  sector.land_per_firm = 0.1;  // 0.3 / 0.1 is 2.9999999999999996
  Park park = park_of({sector});
  park.land.gross = 0.3;
  FirmsOnly run(park, 1, Counting::drawn);
  run.step();
  CHECK(run.firms.count(0)[0] == 3);
  park.sectors[0].land_per_firm = 0.11;
  FirmsOnly fewer(park, 1, Counting::drawn);
  fewer.step();
  CHECK(fewer.firms.count(0)[0] == 2);
}

TEST_CASE("Every age class is thinned by the same part", "[economy][firms]") {
  Sector sector = plain_sector("a");
  sector.firms = 30;
  sector.arrivals = Number{5};
  sector.exit = Number{0.2};
  sector.ramp = {Number{0}, Number{0}, Number{1}};
  const Park park = park_of({sector});
  FirmsOnly run(park, 100, Counting::drawn);
  run.step();
  for (int year = 2; year <= 5; ++year) {
    std::vector<std::vector<double>> before;
    for (std::size_t age = 0; age < 3; ++age) {
      before.push_back(copy(run.firms.ages(0)[age]));
    }
    const std::vector<double> count = copy(run.firms.count(0));
    run.step();
    for (std::size_t lane = 0; lane < 100; ++lane) {
      const double left = run.firms.count(0)[lane] - run.firms.arrived(0)[lane];
      const double part = left / count[lane];
      CHECK(run.firms.ages(0)[0][lane] == run.firms.arrived(0)[lane]);
      CHECK(run.firms.ages(0)[1][lane] == Approx(before[0][lane] * part));
      CHECK(run.firms.ages(0)[2][lane] == Approx((before[1][lane] + before[2][lane]) * part));
    }
  }
}

TEST_CASE("A sector added at the end changes no draw of those before it", "[economy][firms]") {
  Sector sector = plain_sector("a");
  sector.exit = Number{0.1};
  const Park one = park_of({sector});
  const Park two = park_of({sector, plain_sector("b")});
  FirmsOnly alone(one, 100, Counting::drawn);
  FirmsOnly beside(two, 100, Counting::drawn);
  for (int year = 1; year <= 5; ++year) {
    alone.step();
    beside.step();
    CHECK(copy(alone.firms.count(0)) == copy(beside.firms.count(0)));
  }
  CHECK(copy(beside.firms.count(0)) != copy(beside.firms.count(1)));
}

}  // namespace shanhai::economy
