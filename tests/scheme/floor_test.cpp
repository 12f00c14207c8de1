#include "scheme/floor.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

Floor floor_of(Levels amount, Payers payers) {
  Floor floor;
  floor.party = origin;
  floor.amount.level = std::move(amount);
  floor.from = std::move(payers);
  return floor;
}

}  // namespace

TEST_CASE("A floor moves what is lacking from its payer", "[scheme][floor]") {
  AtWork work(contract({half(), floor_of(by_year({30, 50, 10}), from({1.0, 0.0}))}));
  work.year({40});
  CHECK(work.shared(origin) == 30);
  CHECK(work.shared(host) == 10);
  CHECK(work.books().floor_calls[1][0] == 1);
  CHECK(work.books().broken[1][0] == 0);
  work.year({40});
  CHECK(work.shared(origin) == 50);
  CHECK(work.shared(host) == -10);
  work.year({40});
  CHECK(work.shared(origin) == 20);
  CHECK(work.books().floor_calls[1][0] == 0);
}

TEST_CASE("A floor runs in its years of the contract's clock", "[scheme][floor]") {
  Floor floor = floor_of(Number{30}, from({1.0, 0.0}));
  floor.years = YearRange{1, 2};
  AtWork work(contract({half(), floor}, ContractClock::first_revenue));
  for (const double pool : {0, 20, 20, 20}) {
    work.year({pool});
    const bool runs = work.ledger.year == 2 || work.ledger.year == 3;
    CHECK(work.shared(origin) == (runs ? 30 : pool / 2));
    CHECK(work.books().floor_calls[1][0] == (runs ? 1 : 0));
  }
}

TEST_CASE("A floor may be a rate of a principal", "[scheme][floor]") {
  Floor floor = floor_of(by_year({0.25, 0.5}), from({1.0, 0.0}));
  floor.amount.of = 200;
  AtWork work(contract({half(), floor}));
  work.year({40});
  CHECK(work.shared(origin) == 50);
  work.year({40});
  CHECK(work.shared(origin) == 100);
}

TEST_CASE("Money for a floor may come from outside", "[scheme][floor]") {
  Floor floor = floor_of(Number{50}, from_outside());
  floor.fulfilment = Number{0.5};
  AtWork work(contract({half(), floor}), {2, 1, 2, 10});
  work.ledger.promise[2][0] = 0.25;  // the last row is the outside's
  work.ledger.promise[2][1] = 0.75;
  work.year({40});
  CHECK(work.shared(origin, 0) == 50);
  CHECK(work.shared(host, 0) == 20);
  CHECK(work.shared(origin, 1) == 20);
  CHECK(work.books().broken[1][1] == 1);
}

TEST_CASE("Each payer of a floor keeps or breaks its own promise", "[scheme][floor]") {
  Floor floor = floor_of(Number{60}, from({0.75, 0.0, 0.25}));
  floor.fulfilment = by_year({0.5, 0.0});
  AtWork work(contract({split(alike({0.5, 0.2, 0.3})), floor}), {3, 1, 4, 10});
  const std::vector<double> of_host{0.2, 0.2, 0.8, 0.8};
  const std::vector<double> of_third{0.2, 0.8, 0.2, 0.8};
  std::ranges::copy(of_host, work.ledger.promise[0].begin());
  std::ranges::copy(of_third, work.ledger.promise[2].begin());
  work.year({100});  // 20 to origin, 40 lacking
  const std::vector<double> received{60, 50, 30, 20};
  const std::vector<double> broken{0, 1, 1, 2};
  for (std::size_t lane = 0; lane < 4; ++lane) {
    CHECK(work.shared(origin, lane) == close(received[lane]));
    CHECK(work.shared(host, lane) == close(of_host[lane] < 0.5 ? 20 : 50));
    CHECK(work.shared(PartyRef{2}, lane) == close(of_third[lane] < 0.5 ? 20 : 30));
    CHECK(work.books().broken[1][lane] == broken[lane]);
    CHECK(work.books().floor_calls[1][lane] == 1);
  }
  work.year({100});  // nobody keeps a promise of probability 0
  CHECK(work.shared(origin, 0) == 20);
}

TEST_CASE("A promise that is not called is not broken", "[scheme][floor]") {
  Floor floor = floor_of(Number{20}, from({1.0, 0.0}));
  floor.fulfilment = Number{0.5};
  AtWork work(contract({half(), floor}));
  work.ledger.promise[0][0] = 0.75;
  work.year({100});
  CHECK(work.books().broken[1][0] == 0);
  work.year({30});
  CHECK(work.books().broken[1][0] == 1);
}

TEST_CASE("The twin keeps a promise to the extent of its probability", "[scheme][floor]") {
  Floor floor = floor_of(Number{60}, from({1.0, 0.0}));
  floor.fulfilment = Number{0.25};
  AtWork work(contract({half(), floor}));
  work.ledger.expected = true;
  work.year({40});
  CHECK(work.shared(origin) == 30);  // 20 + 0.25 · 40
  CHECK(work.shared(host) == 10);
  CHECK(work.books().broken[1][0] == 0.75);
  CHECK(work.books().floor_calls[1][0] == 1);
}

TEST_CASE("A floor may count dividends", "[scheme][floor]") {
  Company company;
  company.share = Number{0};
  company.capital = Number{0};
  company.stakes = parts({0.5, 0.5});
  company.income = Number{40};
  company.tax = Number{0};
  company.payout = Number{1};
  Floor floor = floor_of(Number{50}, from({1.0, 0.0}));
  const auto topped = [&](bool counted) {
    floor.count_dividends = counted;
    AtWork work(contract({company, half(), floor}));
    work.year({20});
    return work.shared(origin);
  };
  CHECK(topped(false) == 50);
  CHECK(topped(true) == 30);  // 20 of dividends beside it
}

TEST_CASE("A floor sees no shortfall in rounding", "[scheme][floor]") {
  AtWork work(contract({split(alike({0.7, 0.3})), floor_of(Number{30 * (1 + 1e-12)}, from({1.0, 0.0}))}));
  work.year({100});
  CHECK(work.books().floor_calls[1][0] == 0);
}

TEST_CASE("A floor at nothing sees no shortfall where awards used up an accrual but for rounding", "[scheme][floor]") {
  Award award;
  award.target = Number{0};
  award.amount = Number{0.1};
  award.to = host;
  award.from = from({0.0, 1.0});
  AtWork work(contract({split(alike({0.7, 0.3})), award, award, award, floor_of(Number{0}, from({1.0, 0.0}))}));
  work.year({1});  // 0.3 - 0.1 - 0.1 - 0.1 is -2.8e-17
  CHECK(work.books().floor_calls[1][0] == 0);
}

}  // namespace shanhai::scheme
