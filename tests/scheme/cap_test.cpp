#include "scheme/cap.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

Cap total(Number limit, PartyRef excess_to = host) {
  return {origin, limit, {}, excess_to};
}

Cap yearly(Levels limit) {
  return {origin, {}, std::move(limit), host};
}

}  // namespace

TEST_CASE("A total cap gives what is above it to another party", "[scheme][cap]") {
  AtWork work(contract({half(), total(120)}));
  const std::vector<double> to_origin{50, 50, 20, 0};
  for (const double expected : to_origin) {
    work.year({100});
    CHECK(work.shared(origin) == expected);
    CHECK(work.shared(host) == 100 - expected);
    CHECK(work.books().capped[1][0] == (expected < 50 ? 1 : 0));
    CHECK(work.books().capped[0][0] == 0);
  }
}

TEST_CASE("A total cap is reached in the year that fills it, though it takes nothing", "[scheme][cap]") {
  AtWork work(contract({half(), total(100)}));
  work.year({100});
  CHECK(work.books().capped[1][0] == 0);
  work.year({100});
  CHECK(work.shared(origin) == 50);
  CHECK(work.books().capped[1][0] == 1);
  work.year({0});
  CHECK(work.books().capped[1][0] == 1);
}

TEST_CASE("A yearly cap begins anew every year", "[scheme][cap]") {
  AtWork work(contract({half(), yearly(by_year({30, 60}))}));
  work.year({100});
  CHECK(work.shared(origin) == 30);
  CHECK(work.books().capped[1][0] == 1);
  work.year({100});
  CHECK(work.shared(origin) == 50);
  CHECK(work.books().capped[1][0] == 0);
  work.year({200});
  CHECK(work.shared(origin) == 60);
  CHECK(work.shared(host) == 140);
}

TEST_CASE("A yearly cap that is just met takes nothing", "[scheme][cap]") {
  AtWork work(contract({half(), yearly(Number{50})}));
  work.year({100});
  CHECK(work.shared(origin) == 50);
  CHECK(work.books().capped[1][0] == 0);
}

TEST_CASE("The excess of a cap goes to the party it names", "[scheme][cap]") {
  AtWork work(contract({split(alike({0.5, 0.5, 0.0})), total(20, PartyRef{2})}), {3, 1, 1, 10});
  work.year({100});
  CHECK(work.shared(host) == 50);
  CHECK(work.shared(origin) == 20);
  CHECK(work.shared(PartyRef{2}) == 30);
}

TEST_CASE("A cap follows the clock and the draws of each path", "[scheme][cap]") {
  const Cap cap = yearly(by_year({10, Number{30, 0}}));
  AtWork work(contract({half(), cap}, ContractClock::first_revenue), {2, 1, 2, 10}, 1);
  work.draws[0][0] = 20;
  work.draws[0][1] = 40;
  work.year_by_lane({100, 0});
  work.year_by_lane({100, 100});
  CHECK(work.shared(origin, 0) == 20);
  CHECK(work.shared(origin, 1) == 10);
  work.year_by_lane({100, 100});
  CHECK(work.shared(origin, 1) == 40);
}

TEST_CASE("A cap counts what recover, floors and awards before it gave", "[scheme][cap]") {
  Award award;
  award.target = Number{0};
  award.amount = Number{30};
  award.to = origin;
  award.from = from({1.0, 0.0});
  AtWork work(contract({Recover{origin, {40, false}, Number{1}}, half(), award, yearly(Number{90})}));
  work.year({100});  // 40 + 30 + 30
  CHECK(work.shared(origin) == 90);
}

}  // namespace shanhai::scheme
