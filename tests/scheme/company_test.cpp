#include "scheme/company.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

Company company() {
  Company one;
  one.share = Number{0};
  one.capital = 100;
  one.stakes = parts({0.6, 0.4});
  return one;
}

double all(const LazyRows& rows) {
  return rows[0][0] + rows[1][0];
}

struct Year {
  double called;
  double dividend;
  double returned;
};

}  // namespace

TEST_CASE("A company keeps its books over ten years", "[scheme][company]") {
  Company one = company();
  one.capex = {{80, 20, 0, 0, 0, 0, 0, 0, 0, 40}};
  one.life = 4;
  one.income = by_year({10, 30, 55, 65, 65, 65, 65, 65, 620, 120});
  one.operating = by_year({130, 30, 20});
  one.payout = Number{0.5};
  one.no_dividend_years = 3;
  one.residual = Number{0.5};
  AtWork work(contract({one, half()}));
  work.sign();
  CHECK(all(work.books().calls) == 100);  // cash 100 - 80 = 20
  const std::vector<Year> years{
      {120, 0, 0},  // cash 20 - 120 - 20 = -120, called; profit -120 - 20 = -140; retained -140
      {0, 0, 0},    // profit 0 - 20 - 5 = -25; retained -165
      {0, 0, 0},    // profit 35 - 25 = 10, first loss 130 left; cash 35; retained -155
      {0, 0, 0},    // profit 45 - 25 = 20, first loss 110 left; cash 80; retained -135
      {0, 0, 0},    // profit 45 - 5 = 40, first loss 70 left; cash 125; retained -95
      {0, 0, 0},    // profit 45, first loss 25 left, which expires; cash 170; retained -50
      {0, 0, 0},    // profit 45 less the second loss 25: tax 5; cash 210; retained -10
      // Tax 11.25, net 33.75; reserve 0.1 · (33.75 - 10) = 2.375; retained 21.375; cash 233.0625
      {0, 10.6875, 0},
      // Tax 150, net 450; reserve 45, in all 47.375; retained 10.6875 + 405 = 415.6875; cash 435.21875
      {0, 207.84375, 0},
      // Profit 100 - 10, tax 22.5, net 67.5; the reserve is full with 2.625; retained 272.71875.
      // Cash 435.21875 + 77.5 - 136.359375 = 376.359375, and half of the book value 40 · 3/4.
      {0, 136.359375, 391.359375}};
  for (const Year& year : years) {
    work.year({0});
    CHECK(all(work.books().calls) == close(year.called));
    CHECK(all(work.books().dividends) == close(year.dividend));
    CHECK(all(work.books().returned) == close(year.returned));
  }
  CHECK(work.cash(origin) == close(0.4 * (136.359375 + 391.359375)));
}

TEST_CASE("A company calls a shortfall at signing by stakes", "[scheme][company]") {
  Company one = company();
  one.calls = {{0.5, 0, 0.5}};
  one.capex = {{80}};
  AtWork work(contract({one, half()}));
  work.sign();
  CHECK(work.books().calls[0][0] == close(48));  // 0.6 · (50 + 30)
  CHECK(work.cash(origin) == close(-32));
  work.year({0});
  CHECK(all(work.books().calls) == 0);
  work.year({0});
  CHECK(all(work.books().calls) == close(50));
}

TEST_CASE("A company earns its share of the pool", "[scheme][company]") {
  Company one = company();
  one.share = by_year({0.25, 0.5});
  one.payout = Number{1};
  AtWork work(contract({one, half()}));
  work.year({80});
  CHECK(work.books()[Books::Total::company_inflow][0] == 20);
  CHECK(work.left(0) == 60);
  CHECK(all(work.books().dividends) == close(13.5));  // 0.9 · 0.75 · 20
  work.year({80});
  CHECK(work.left(0) == 40);
}

TEST_CASE("A loss offsets the profit of the very next year, and once only", "[scheme][company]") {
  Company one = company();
  one.income = by_year({0, 100});
  one.operating = Number{40};
  one.payout = Number{1};
  AtWork work(contract({one, half()}));
  work.year({0});
  work.year({0});  // tax on 60 - 40: 5; net 55, of which 15 after losses, 1.5 to the reserve
  CHECK(all(work.books().dividends) == close(13.5));
  work.year({0});  // tax on 60: 15; net 45, 4.5 to the reserve
  CHECK(all(work.books().dividends) == close(40.5));
}

TEST_CASE("A company pays its first dividend in the year after those without", "[scheme][company]") {
  Company one = company();
  one.income = Number{40};
  one.tax = Number{0};
  one.payout = Number{1};
  one.no_dividend_years = 2;
  AtWork work(contract({one, half()}));
  for (const double dividend : {0, 0, 108}) {  // 3 · 0.9 · 40
    work.year({0});
    CHECK(all(work.books().dividends) == close(dividend));
  }
}

TEST_CASE("A company pays no dividend above its cash", "[scheme][company]") {
  Company one = company();
  one.calls = {};
  one.income = by_year({100, 0});
  one.payout = by_year({0, 1});
  one.capex = {{0, 60}};
  one.life = 10;
  AtWork work(contract({one, half()}));
  work.year({0});  // net 75, reserve 7.5, retained 67.5; cash 75 - 60 = 15
  work.year({0});  // depreciation 6: retained 61.5
  CHECK(all(work.books().dividends) == close(15));
}

TEST_CASE("A company's share, income and operating cost follow the contract's clock, the rest signing",
          "[scheme][company]") {
  Company one = company();
  one.calls = {{1, 0, 0.1}};
  one.share = by_year({0, 0.5});
  one.income = by_year({10, 40});
  one.operating = by_year({10, 20});
  one.tax = Number{0};
  one.payout = Number{1};
  one.no_dividend_years = 2;
  AtWork work(contract({one, half()}, ContractClock::first_revenue));
  work.year({0});
  work.year({100});
  CHECK(work.left(0) == 100);
  CHECK(all(work.books().calls) == close(10));
  work.year({100});
  CHECK(work.left(0) == 50);
  CHECK(all(work.books().dividends) == close(63));  // 0.9 · (50 + 40 - 20)
}

}  // namespace shanhai::scheme
