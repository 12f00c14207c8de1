#include "scheme/split.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

constexpr flow::Shape two_streams{2, 2, 1, 10};

StreamShares first_halved() {
  return {{parts({0.5, 0.5}), parts({1.0, 0.0})}};
}

Phases three_phases() {
  return {{{1, 1}, alike({0.0, 1.0})}, {{2, 3}, alike({0.5, 0.5})}, {{4, YearRange::forever}, alike({1.0, 0.0})}};
}

}  // namespace

TEST_CASE("Split gives the rest of the pool by shares", "[scheme][split]") {
  AtWork work(contract({split(alike({0.25, 0.75}))}));
  work.year({80});
  CHECK(work.shared(host) == 20);
  CHECK(work.shared(origin) == 60);
  CHECK(work.left(0) == 0);
}

TEST_CASE("Split shares each stream by its own shares", "[scheme][split]") {
  AtWork work(contract({split(first_halved())}), two_streams);
  work.year({60, 40});
  CHECK(work.shared(host) == close(70));  // 30 + 40
  CHECK(work.shared(origin) == close(30));
}

TEST_CASE("What clauses take before a split by stream comes from all pooled streams in proportion", "[scheme][split]") {
  AtWork work(contract({Pool{std::nullopt, Number{0.5}, host}, Rebate{Number{0.5}}, split(first_halved())}),
              two_streams);
  work.year({160, 40});  // 80 and 20 in the pool, 40 and 10 after the rebate
  CHECK(work.shared(host) == close(30));
  CHECK(work.shared(origin) == close(20));
}

TEST_CASE("Split changes its shares by phase", "[scheme][split]") {
  AtWork work(contract({split(three_phases())}));
  for (const double to_host : {0, 5, 5, 10, 10}) {
    work.year({10});
    CHECK(work.shared(host) == to_host);
    CHECK(work.shared(origin) == 10 - to_host);
  }
}

TEST_CASE("Split may share by stream in one phase only", "[scheme][split]") {
  const Phases phases{{{1, 1}, alike({0.0, 1.0})}, {{2, YearRange::forever}, first_halved()}};
  AtWork work(contract({split(phases)}), two_streams);
  work.year({60, 40});
  CHECK(work.shared(origin) == close(100));
  work.year({60, 40});
  CHECK(work.shared(origin) == close(30));
}

TEST_CASE("Phases count each path's own years", "[scheme][split]") {
  AtWork work(contract({split(three_phases())}, ContractClock::first_revenue), {2, 1, 2, 10});
  work.year_by_lane({10, 0});
  CHECK(work.shared(origin, 0) == 10);
  work.year_by_lane({10, 10});
  CHECK(work.shared(origin, 0) == 5);
  CHECK(work.shared(origin, 1) == 10);
}

TEST_CASE("Before a recovered clock begins the first phase shares", "[scheme][split]") {
  const Recover never{host, {1e6, false}, Number{0.5}};
  AtWork work(contract({never, split(three_phases(), SplitClock::recovered)}));
  for (int year = 1; year <= 5; ++year) {
    work.year({10});
    CHECK(work.shared(origin) == 5);
  }
}

TEST_CASE("The rest takes what drawn shares leave", "[scheme][split]") {
  const Number drawn{0.3, 0};
  AtWork work(contract({split(StreamShares{{parts({0.0, drawn}, 0)}})}), {2, 1, 2, 10}, 1);
  work.draws[0][0] = 0.25;
  work.draws[0][1] = 0.5;
  work.year({100});
  CHECK(work.shared(host, 0) == 75);
  CHECK(work.shared(origin, 0) == 25);
  CHECK(work.shared(host, 1) == 50);
}

TEST_CASE("The rest takes what drawn shares leave in each phase of each path", "[scheme][split]") {
  const StreamShares drawn{{parts({0.0, Number{0.3, 0}}, 0)}};
  const Phases phases{{{1, 1}, drawn}, {{2, YearRange::forever}, alike({1.0, 0.0})}};
  AtWork work(contract({split(phases)}, ContractClock::first_revenue), {2, 1, 2, 10}, 1);
  work.draws[0][0] = 0.25;
  work.draws[0][1] = 0.5;
  work.year_by_lane({100, 0});
  CHECK(work.shared(host, 0) == 75);
  work.year_by_lane({100, 100});
  CHECK(work.shared(host, 0) == 100);
  CHECK(work.shared(host, 1) == 50);
}

}  // namespace shanhai::scheme
