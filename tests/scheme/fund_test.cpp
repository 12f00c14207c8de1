#include "scheme/fund.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

using Line = flow::Ledger::Line;

constexpr flow::Shape three_years{2, 1, 1, 3};

Fund fund() {
  Fund one;
  one.share = Number{0.2};
  one.yield.mean = Number{0};
  one.ownership = parts({0.6, 0.4});
  return one;
}

}  // namespace

TEST_CASE("A fund spends, pays its fee, earns its return, and is paid out at the end", "[scheme][fund]") {
  Fund one = fund();
  one.spend = Number{0.1};
  one.fee = Number{0.01};
  one.yield.mean = Number{0.05};
  AtWork work(contract({one, half()}), three_years);
  work.year({100});
  CHECK(work.books()[Books::Total::fund_inflow][0] == 20);
  CHECK(work.books()[Books::Total::fund_spent][0] == 0);
  CHECK(work.left(0) == 80);
  work.year({200});
  CHECK(work.books()[Books::Total::fund_spent][0] == 2);
  work.year({50});
  // Year 2: (20 - 2) · 0.99 · 1.05 + 40 = 58.711; year 3: (58.711 - 5.8711) · 0.99 · 1.05 + 10 = 64.92707605
  CHECK(work.books()[Books::Total::fund_spent][0] == close(5.8711));
  CHECK(work.books().returned[0][0] == close(0.6 * 64.92707605));
  CHECK(work.books().returned[1][0] == close(0.4 * 64.92707605));
  CHECK(work.cash(origin) == close(20 + 0.4 * 64.92707605));
}

TEST_CASE("Outside capital matches what the pool puts into a fund", "[scheme][fund]") {
  Fund one = fund();
  one.match = Levels{{Number{1.5}, Number{0}}};
  AtWork work(contract({one, half()}), {2, 1, 1, 2});
  work.year({100});
  CHECK(work.books()[Books::Total::fund_inflow][0] == 20);  // of the pool
  work.year({50});
  CHECK(work.books().returned[0][0] == close(0.6 * (20 * 2.5 + 10)));
  CHECK(work.books().returned[1][0] == close(0.4 * (20 * 2.5 + 10)));
}

TEST_CASE("A fund's return follows the factor and its own shock", "[scheme][fund]") {
  Fund one = fund();
  one.yield = {Number{0.04}, Number{0.06}, 0.6};
  AtWork work(contract({one, half()}), {2, 1, 1, 2});
  work.year({100});
  work.ledger[Line::factor][0] = 1;
  work.ledger[Line::fund_shock][0] = 0.5;
  work.year({0});
  // 4% + 6% · (0.6 · 1 + 0.8 · 0.5) = 10%
  CHECK(work.books().returned[0][0] == close(0.6 * 22));
}

TEST_CASE("A fund loses all it has and no more", "[scheme][fund]") {
  Fund one = fund();
  one.yield = {Number{0}, Number{5}, 1};
  AtWork work(contract({one, half()}), {2, 1, 1, 2});
  work.year({100});
  work.ledger[Line::factor][0] = -1;
  work.year({50});
  CHECK(work.books().returned[1][0] == close(0.4 * 10));
}

TEST_CASE("Every level of a fund follows the contract's clock", "[scheme][fund]") {
  Fund one = fund();
  one.share = by_year({0.5, 0.0});
  one.spend = by_year({0.0, 0.5});
  one.fee = by_year({0.0, 0.5});
  one.yield.mean = by_year({0.0, 1.0});
  AtWork work(contract({one, half()}, ContractClock::first_revenue), three_years);
  work.year({0});
  work.year({100});
  work.year({100});
  // (50 - 25) · 0.5 · 2
  CHECK(work.books()[Books::Total::fund_spent][0] == 25);
  CHECK(work.books().returned[0][0] + work.books().returned[1][0] == close(25));
}

TEST_CASE("Two funds share one shock a year", "[scheme][fund]") {
  Fund one = fund();
  one.yield.sd = Number{0.1};
  Fund other = one;
  other.share = Number{1};
  AtWork work(contract({one, other, half()}), {2, 1, 1, 2});
  work.year({100});
  work.ledger[Line::fund_shock][0] = 2;
  work.year({0});
  CHECK(work.books().returned[0][0] == close(0.6 * 120));  // 100 · (1 + 0.1 · 2)
}

}  // namespace shanhai::scheme
