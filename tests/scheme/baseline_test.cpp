#include "scheme/baseline.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {
namespace {

Baseline baseline(Levels at_host, Levels at_origin) {
  return {{{at_host, at_origin}}};
}

}  // namespace

TEST_CASE("Baseline keeps existing revenue and shares the increment", "[scheme][baseline]") {
  AtWork work(contract({baseline(by_year({30, 40}), Number{20}), half()}));
  work.year({100});
  CHECK(work.kept(host) == 30);
  CHECK(work.kept(origin) == 20);
  CHECK(work.left(0) == 50);
  CHECK(work.shared(origin) == 25);
  work.year({100});
  CHECK(work.kept(host) == 40);
  CHECK(work.left(0) == 40);
}

TEST_CASE("Baseline is scaled down together when the pool is short", "[scheme][baseline]") {
  AtWork work(contract({baseline(Number{30}, Number{20}), half()}));
  work.year({25});
  CHECK(work.kept(host) == 15);  // 30 · 25/50
  CHECK(work.kept(origin) == 10);
  CHECK(work.left(0) == 0);
  work.year({0});
  CHECK(work.kept(host) == 0);
}

TEST_CASE("Baseline leaves out a party that is not named", "[scheme][baseline]") {
  AtWork work(contract({baseline({}, Number{20}), half()}));
  work.year({100});
  CHECK(work.kept(host) == 0);
  CHECK(work.left(0) == 80);
}

TEST_CASE("Baseline does not count as what the shared pool gave", "[scheme][baseline]") {
  Floor floor;
  floor.party = origin;
  floor.amount.level = Number{40};
  floor.from = from({1.0, 0.0});
  AtWork work(contract({baseline({}, Number{20}), half(), floor}));
  work.year({100});
  CHECK(work.shared(origin) == 40);  // half of 80, not topped up although 20 are kept beside it
  work.year({80});
  CHECK(work.shared(host) == 20);  // 30 less the 10 that origin lacks
}

}  // namespace shanhai::scheme
