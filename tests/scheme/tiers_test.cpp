#include "scheme/tiers.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {

TEST_CASE("Tiers share each slice of the year at its own shares", "[scheme][tiers]") {
  const Tiers tiers{{100, 300}, {parts({1.0, 0.0}), parts({0.5, 0.5}), parts({0.25, 0.75})}};
  AtWork work(contract({tiers}));
  const std::vector<std::pair<double, double>> to_host{
      {0, 0},
      {50, 50},
      {100, 100},  // up to the first bound
      {300, 200},  // 100 + 0.5 · 200
      {500, 250},  // 100 + 0.5 · 200 + 0.25 · 200
      {60, 60},    // every year begins anew
  };
  for (const auto& [pool, expected] : to_host) {
    work.year({pool});
    CHECK(work.shared(host) == expected);
    CHECK(work.shared(origin) == pool - expected);
    CHECK(work.left(0) == 0);
  }
}

TEST_CASE("Tiers share what the clauses before them leave", "[scheme][tiers]") {
  const Tiers tiers{{100}, {parts({1.0, 0.0}), parts({0.0, 1.0})}};
  AtWork work(contract({Rebate{Number{0.5}}, tiers}));
  work.year({240});
  CHECK(work.shared(host) == 100);
  CHECK(work.shared(origin) == 20);
}

TEST_CASE("The rest takes what drawn shares of a slice leave", "[scheme][tiers]") {
  const Tiers tiers{{100}, {parts({1.0, 0.0}), parts({0.0, Number{0.5, 0}}, 0)}};
  AtWork work(contract({tiers}), {2, 1, 2, 10}, 1);
  work.draws[0][0] = 0.25;
  work.draws[0][1] = 0.75;
  work.year({200});
  CHECK(work.shared(host, 0) == 175);
  CHECK(work.shared(host, 1) == 125);
}

}  // namespace shanhai::scheme
