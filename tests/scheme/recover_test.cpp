#include "scheme/recover.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

Recover recover(Number amount, Levels share = Number{1}) {
  return {origin, {amount, false}, share};
}

/// The first year of the clock all to the origin, then all to the host.
Split once_recovered() {
  const Phases phases{{{1, 1}, alike({0.0, 1.0})}, {{2, YearRange::forever}, alike({1.0, 0.0})}};
  return split(phases, SplitClock::recovered);
}

Scheme by_costs(Split ending) {
  Scheme scheme = contract({Recover{origin, {0, true}, Number{1}}, std::move(ending)});
  scheme.costs = {{{}, {{200, 0, 0, 120}}, 1.0, from({0.5, 0.5})}};
  return scheme;
}

}  // namespace

TEST_CASE("Recover pays its share until the amount is recovered", "[scheme][recover]") {
  AtWork work(contract({recover(120, Number{0.5}), split(alike({1.0, 0.0}))}));
  const std::vector<double> paid{50, 50, 20, 0};
  for (const double expected : paid) {
    work.year({100});
    CHECK(work.shared(origin) == expected);
    CHECK(work.left(0) == 100 - expected);
  }
}

TEST_CASE("Recover follows its share by year", "[scheme][recover]") {
  AtWork work(contract({recover(120, by_year({0.0, 1.0})), split(alike({1.0, 0.0}))}));
  work.year({100});
  CHECK(work.shared(origin) == 0);
  work.year({100});
  CHECK(work.shared(origin) == 100);
}

TEST_CASE("Recover of costs counts the party's own and opens again with later ones", "[scheme][recover]") {
  AtWork work(by_costs(split(alike({1.0, 0.0}))));
  // Half of 200 at signing, then half of 120 in year 3.
  const std::vector<double> paid{80, 20, 60, 0};
  for (const double expected : paid) {
    work.year({80});
    CHECK(work.shared(origin) == expected);
    CHECK(work.left(0) == 80 - expected);
  }
}

TEST_CASE("A recovered clock begins with the first money left, and goes on when costs come back",
          "[scheme][recover][split]") {
  AtWork work(by_costs(once_recovered()));
  work.year({80});
  work.year({80});  // 20 still recover, 60 are left in year 1 of the clock
  CHECK(work.shared(origin) == 80);
  CHECK(work.shared(host) == 0);
  work.year({80});  // 60 recover again, year 2 shares the other 20
  CHECK(work.shared(origin) == 60);
  CHECK(work.shared(host) == 20);
}

TEST_CASE("A recovered clock that has begun counts years in which costs are open", "[scheme][recover][split]") {
  const Phases phases{{{1, 2}, alike({0.0, 1.0})}, {{3, YearRange::forever}, alike({1.0, 0.0})}};
  Scheme scheme = by_costs(split(phases, SplitClock::recovered));
  std::get<Recover>(scheme.clauses[0]).share = Number{0.5};
  AtWork work(scheme);
  work.year({200});  // 100 recover; year 1
  work.year({40});
  CHECK(work.shared(origin) == 40);
  work.year({40});  // 20 of 60 recover; year 3
  CHECK(work.shared(origin) == 20);
  CHECK(work.shared(host) == 20);
}

TEST_CASE("A recovered clock waits while nothing is left for the split", "[scheme][recover][split]") {
  AtWork work(contract({recover(80), once_recovered()}));
  work.year({80});  // complete, but all of the pool went there
  work.year({0});
  work.year({50});
  CHECK(work.shared(origin) == 50);  // year 1
  work.year({50});
  CHECK(work.shared(host) == 50);  // year 2
}

TEST_CASE("A recovered clock waits for every recover before it", "[scheme][recover][split]") {
  const Recover other{host, {100, false}, Number{0.25}};
  AtWork work(contract({recover(50), other, once_recovered()}));
  work.year({90});  // 50 to origin, 0.25 · 40 = 10 to host, the rest in the first phase
  CHECK(work.shared(origin) == 80);
  work.year({200});  // 50 more to host
  work.year({400});  // the last 40; year 1
  CHECK(work.shared(host) == 40);
  CHECK(work.shared(origin) == 360);
  work.year({10});
  CHECK(work.shared(host) == 10);
}

}  // namespace shanhai::scheme
