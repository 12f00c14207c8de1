#include "economy/levy.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "economy/example_park.hpp"

namespace shanhai::economy {
namespace {

using Line = flow::Ledger::Line;

Tax tax(std::string id, Base base, double rate) {
  Tax one;
  one.id = std::move(id);
  one.base.base = base;
  one.rate.by_sector = {Levels{Number{rate}}};
  return one;
}

Tax on_tax(std::string id, std::size_t other, double rate) {
  Tax one = tax(std::move(id), Base::tax, rate);
  one.base.tax = StreamRef{other};
  return one;
}

// Two sectors in year 1: 3 firms with output 300, value added 60, wages 30, profit 30; 2 of output 100 with 200, 40,
// 20, 20, of which none was there before.
Park two_sectors(std::vector<Tax> taxes) {
  Sector old = plain_sector("old");
  old.firms = 3;
  old.arrivals = Number{0};
  Park park = park_of({old, plain_sector("young")});
  park.taxes = std::move(taxes);
  return park;
}

// An economy refers to its source, so the source is kept here.
struct Levied {
  Levied(Park of, int years = 1)
      : source(std::move(of)), run(source, std::get<Park>(source).taxes.size(), 1, Counting::expected) {
    for (int year = 1; year <= years; ++year) {
      run.step();
    }
  }

  [[nodiscard]] double gross(std::size_t stream) const { return run.ledger.gross[stream][0]; }

  Source source;
  Stepped run;
};

}  // namespace

TEST_CASE("Every base is levied by hand", "[economy][levy]") {
  const Levied year1(two_sectors({tax("output", Base::output, 0.01),
                                  tax("value_added", Base::value_added, 0.09),
                                  tax("wages", Base::wages, 0.03),
                                  tax("profit", Base::profit, 0.25),
                                  tax("firms", Base::firms, 20),
                                  tax("land", Base::land, 0.4),
                                  tax("land_sold", Base::land_sold, 0.9),
                                  on_tax("construction", 1, 0.05)}));
  CHECK(year1.gross(0) == Approx(0.01 * 500));
  CHECK(year1.gross(1) == Approx(0.09 * 100));
  CHECK(year1.gross(2) == Approx(0.03 * 50));
  CHECK(year1.gross(3) == Approx(0.25 * 50));
  CHECK(year1.gross(4) == Approx(20 * 5));
  CHECK(year1.gross(5) == Approx(0.4 * 50));
  CHECK(year1.gross(6) == Approx(0.9 * 20));
  CHECK(year1.gross(7) == Approx(0.05 * 0.09 * 100));
}

TEST_CASE("Counts and land are taken at year end", "[economy][levy]") {
  const Levied year2(
      two_sectors({tax("firms", Base::firms, 1), tax("land", Base::land, 1), tax("land_sold", Base::land_sold, 1)}), 2);
  CHECK(year2.gross(0) == Approx(7));
  CHECK(year2.gross(1) == Approx(70));
  CHECK(year2.gross(2) == Approx(20));
}

TEST_CASE("A tax on a tax is levied after it, wherever it is written", "[economy][levy]") {
  const std::vector<Tax> taxes{on_tax("third", 1, 0.5), on_tax("second", 2, 0.1), tax("first", Base::output, 0.01)};
  CHECK(levy_order(taxes) == std::vector<std::size_t>{2, 1, 0});
  const Levied year1(two_sectors(taxes));
  CHECK(year1.gross(2) == Approx(5));
  CHECK(year1.gross(1) == Approx(0.5));
  CHECK(year1.gross(0) == Approx(0.25));
}

TEST_CASE("Taxes that refer to each other in a circle have no order", "[economy][levy]") {
  const std::vector<Tax> taxes{tax("a", Base::output, 1), on_tax("b", 2, 1), on_tax("c", 1, 1), on_tax("d", 3, 1)};
  CHECK(levy_order(taxes) == std::vector<std::size_t>{0});
}

TEST_CASE("Rates differ by sector and by year", "[economy][levy]") {
  Tax one = tax("cit", Base::profit, 0);
  one.rate.by_sector = {Levels{{Number{0.25}, Number{0.5}}}, Levels{Number{0.15}}};
  CHECK(Levied(two_sectors({one})).gross(0) == Approx(0.25 * 30 + 0.15 * 20));
  CHECK(Levied(two_sectors({one}), 2).gross(0) == Approx(0.5 * 30 + 0.15 * 40));
}

TEST_CASE("A loss is not taxed, and does not lower what another sector pays", "[economy][levy]") {
  Park park = two_sectors({tax("cit", Base::profit, 0.25)});
  park.sectors[1].margin = Number{-0.5};
  CHECK(Levied(park).gross(0) == Approx(0.25 * 30));
}

TEST_CASE("A holiday weighs what firms of each age produce", "[economy][levy]") {
  Tax vat = tax("vat", Base::value_added, 0.1);
  vat.holiday = std::vector<Number>{Number{0.2}, Number{0.5}, Number{0.8}, Number{1}};
  Park park = two_sectors({vat, on_tax("construction", 0, 0.5)});
  park.sectors[1].ramp = {Number{0.5}, Number{1}};
  // Year 3, the young sector: 2 firms of age 0 at half output owe a fifth, 2 of age 1 a half, 2 of age 2 four fifths.
  const double young = 100 * 0.2 * (2 * 0.5 * 0.2 + 2 * 0.5 + 2 * 0.8);
  const double old = 100 * 0.2 * 3;
  const Levied year3(park, 3);
  CHECK(year3.gross(0) == Approx(0.1 * (young + old)));
  CHECK(year3.gross(1) == Approx(0.5 * 0.1 * (young + old)));
  CHECK(Levied(park, 1).gross(0) == Approx(0.1 * (old + 100 * 0.2 * 2 * 0.5 * 0.2)));
}

TEST_CASE("What the levels of government above take does not stay", "[economy][levy]") {
  Tax vat = tax("vat", Base::value_added, 0.1);
  vat.central = Levels{{Number{0.5}, Number{0.6}}};
  vat.province = Number{0.15};
  const std::vector<Tax> taxes{vat, tax("land", Base::land, 1)};
  const Levied year1(two_sectors(taxes));
  CHECK(year1.run.ledger.local[0][0] == Approx(3.5));
  CHECK(year1.run.ledger[Line::local][0] == Approx(3.5 + 50));
  const Levied year2(two_sectors(taxes), 2);
  CHECK(year2.run.ledger.local[0][0] == Approx(0.25 * year2.gross(0)));
}

TEST_CASE("Shares of the levels above may be drawn, and then have rows; so may rates and holidays", "[economy][levy]") {
  Tax vat = tax("vat", Base::value_added, 0.1);
  vat.rate.by_sector = {Levels{Number{9, 0}}};
  vat.central = Number{9, 1};
  vat.province = Number{0.2};
  vat.holiday = std::vector<Number>{Number{9, 1}, Number{1}};
  Park park = two_sectors({vat, on_tax("construction", 0, 0.05), on_tax("education", 1, 0)});
  park.taxes[2].rate.by_sector = {Levels{Number{9, 0}}};
  const Source drawn{park};
  flow::Draws draws(2, 2);
  draws[0][0] = 0.1;
  draws[0][1] = 0.2;
  draws[1][0] = 0.5;
  draws[1][1] = 0.25;
  flow::Ledger ledger({.parties = 2, .streams = 3, .lanes = 2, .years = 1});
  Economy economy(drawn, {1, 2020, 1, 2, Counting::expected});
  economy.begin({0, 2}, draws);
  economy.step(1, flow::Operand{1.0}, ledger);
  for (const std::size_t lane : {0U, 1U}) {
    const double rate = draws[0][lane];
    const double part = draws[1][lane];
    const double gross = rate * (60 + part * 40);
    CHECK(ledger.gross[0][lane] == Approx(gross));
    CHECK(ledger.central[0][lane] == Approx(part * gross));
    CHECK(ledger.province[0][lane] == Approx(0.2 * gross));
    CHECK(ledger.local[0][lane] == Approx((0.8 - part) * gross));
    CHECK(ledger.gross[1][lane] == Approx(0.05 * gross));
    CHECK(ledger.gross[2][lane] == Approx(rate * 0.05 * gross));
  }
}

TEST_CASE("Nothing is left below zero when all is taken above", "[economy][levy]") {
  Tax vat = tax("vat", Base::value_added, 0.1);
  vat.central = Number{0.7};
  vat.province = Number{0.3};
  const Levied year1(two_sectors({vat}));
  CHECK(year1.run.ledger.local[0][0] >= 0);
  CHECK(year1.run.ledger.local[0][0] == Approx(0).margin(1e-12));
}

TEST_CASE("The ledger tells what the park is, and counts no rent among the taxes", "[economy][levy]") {
  Tax rent = tax("rent", Base::firms, 20);
  rent.non_tax = true;
  const Levied year2(two_sectors({tax("vat", Base::value_added, 0.1), rent, tax("land", Base::land, 1)}), 2);
  const flow::Ledger& ledger = year2.run.ledger;
  CHECK(ledger[Line::taxes][0] == Approx(0.1 * 140 + 70));
  CHECK(ledger[Line::firms][0] == Approx(7));
  CHECK(ledger[Line::arrivals][0] == Approx(2));
  CHECK(ledger[Line::land][0] == Approx(70));
  CHECK(ledger[Line::output][0] == Approx(700));
  CHECK(ledger[Line::value_added][0] == Approx(140));
}

}  // namespace shanhai::economy
