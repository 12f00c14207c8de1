#include "scheme/award.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

using Line = flow::Ledger::Line;

Award award(Indicator indicator, Levels target) {
  Award one;
  one.indicator = indicator;
  one.target = std::move(target);
  one.amount = Number{10};
  one.to = origin;
  one.from = from({1.0, 0.0});
  return one;
}

}  // namespace

TEST_CASE("An award is judged by its own indicator", "[scheme][award]") {
  struct Judged {
    Indicator indicator;
    double value;
  };

  const auto [indicator, value] = GENERATE(Judged{Indicator::firms, 7},
                                           Judged{Indicator::arrivals, 3},
                                           Judged{Indicator::output_per_mu, 40},  // 2000 / 50
                                           Judged{Indicator::tax_per_mu, 12.5});  // 625 / 50
  AtWork work(contract({half(), award(indicator, by_year({value, value * 1.001}))}));
  work.ledger[Line::firms][0] = 7;
  work.ledger[Line::arrivals][0] = 3;
  work.ledger[Line::output][0] = 2000;
  work.ledger[Line::taxes][0] = 625;
  work.ledger[Line::land][0] = 50;
  work.year({100});
  CHECK(work.shared(origin) == 60);
  CHECK(work.shared(host) == 40);
  work.year({100});
  CHECK(work.shared(origin) == 50);
}

TEST_CASE("A target is reached but for rounding", "[scheme][award]") {
  AtWork work(contract({half(), award(Indicator::firms, Number{7})}));
  work.ledger[Line::firms][0] = 7 * (1 - 1e-12);
  work.year({100});
  CHECK(work.shared(origin) == 60);
}

TEST_CASE("Nothing per mu is earned on no land", "[scheme][award]") {
  AtWork work(contract({half(), award(Indicator::output_per_mu, Number{1})}));
  work.ledger[Line::output][0] = 2000;
  work.year({100});
  CHECK(work.shared(origin) == 50);
}

TEST_CASE("An award may be a share of the pool after its opening", "[scheme][award]") {
  Award one = award(Indicator::firms, Number{0});
  one.amount.reset();
  one.share = by_year({0.25, 0.0});
  AtWork work(contract({Pool{std::nullopt, Number{0.8}, host}, Rebate{Number{0.5}}, half(), one}));
  work.year({100});  // 0.25 · 80 on top of half of 40
  CHECK(work.shared(origin) == 40);
  CHECK(work.shared(host) == 0);
  work.year({100});
  CHECK(work.shared(origin) == 20);
}

TEST_CASE("An award runs in its years of the contract's clock", "[scheme][award]") {
  Award one = award(Indicator::firms, Number{0});
  one.years = YearRange{2, 2};
  AtWork work(contract({half(), one}, ContractClock::first_revenue));
  for (const double pool : {0, 100, 100, 100}) {
    work.year({pool});
    CHECK(work.shared(origin) == pool / 2 + (work.ledger.year == 3 ? 10 : 0));
  }
}

TEST_CASE("An award is paid by shares of parties or from outside", "[scheme][award]") {
  Award one = award(Indicator::firms, Number{0});
  one.from = from({0.75, 0.0, 0.25});
  const Split thirds = split(alike({0.5, 0.25, 0.25}));
  AtWork shared(contract({thirds, one}), {3, 1, 1, 10});
  shared.year({100});
  CHECK(shared.shared(host) == 42.5);
  CHECK(shared.shared(origin) == 35);
  CHECK(shared.shared(PartyRef{2}) == 22.5);
  one.from = from_outside(3);
  AtWork outside(contract({thirds, one}), {3, 1, 1, 10});
  outside.year({100});
  CHECK(outside.shared(host) == 50);
  CHECK(outside.shared(origin) == 35);
}

}  // namespace shanhai::scheme
