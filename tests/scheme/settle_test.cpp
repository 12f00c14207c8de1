#include "scheme/settle.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

Floor floor_of(double amount, Payers payers) {
  Floor floor;
  floor.party = origin;
  floor.amount.level = Number{amount};
  floor.from = std::move(payers);
  return floor;
}

}  // namespace

TEST_CASE("Settle pays later in instalments, and all that is unpaid at the end", "[scheme][settle]") {
  AtWork work(contract({half(), Settle{1, 2, host}}), {2, 1, 1, 4});
  // Each year 60 are due, 30 one year later and 30 two years later; at the end the rest of 4 · 60.
  const std::vector<double> paid{0, 30, 60, 150};
  for (const double expected : paid) {
    work.year({120});
    CHECK(work.shared(origin) == 60);
    CHECK(work.cash(origin) == expected);
    CHECK(work.cash(host) == 120 - expected);
  }
}

TEST_CASE("Settle without lag in one instalment changes nothing", "[scheme][settle]") {
  AtWork work(contract({half(), Settle{0, 1, host}}));
  work.year({100});
  CHECK(work.cash(origin) == 50);
  work.year({60});
  CHECK(work.cash(origin) == 30);
}

TEST_CASE("Settle without lag pays the first instalment at once", "[scheme][settle]") {
  AtWork work(contract({half(), Settle{0, 2, host}}));
  work.year({100});
  CHECK(work.cash(origin) == 25);
  work.year({0});
  CHECK(work.cash(origin) == 25);
  work.year({0});
  CHECK(work.cash(origin) == 0);
}

TEST_CASE("Settle puts off money kept outside the pool as well", "[scheme][settle]") {
  AtWork work(contract({Baseline{{{{}, Number{20}}}}, half(), Settle{1, 1, host}}));
  work.year({100});
  CHECK(work.cash(origin) == 0);
  work.year({0});
  CHECK(work.cash(origin) == 60);  // 20 + 40
}

TEST_CASE("A negative accrual is owed to the holder in the same way", "[scheme][settle]") {
  AtWork work(contract({half(), floor_of(80, from({1.0, 0.0})), Settle{2, 1, origin}}));
  work.year({100});  // 20 due to the host
  work.year({40});   // 40 due from the host
  CHECK(work.shared(host) == -40);
  CHECK(work.cash(host) == 0);
  CHECK(work.cash(origin) == 40);
  work.year({160});
  CHECK(work.cash(host) == 20);
  work.year({160});
  CHECK(work.cash(host) == -40);
  CHECK(work.cash(origin) == 200);
}

TEST_CASE("Money from outside reaches the holder first", "[scheme][settle]") {
  AtWork work(contract({half(), floor_of(80, from_outside()), Settle{1, 1, host}}));
  work.year({100});
  CHECK(work.cash(host) == 130);  // 50, and the 80 it owes
  CHECK(work.cash(origin) == 0);
}

TEST_CASE("Settle pays each party its own", "[scheme][settle]") {
  AtWork work(contract({split(alike({0.5, 0.3, 0.2})), Settle{1, 1, host}}), {3, 1, 1, 2});
  work.year({100});
  work.year({0});
  CHECK(work.cash(origin) == close(30));
  CHECK(work.cash(PartyRef{2}) == close(20));
  CHECK(work.cash(host) == close(-50));
}

}  // namespace shanhai::scheme
