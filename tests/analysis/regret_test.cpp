#include "analysis/regret.hpp"

#include <cmath>

#include <catch2/catch.hpp>

namespace shanhai::analysis {

TEST_CASE("Regret is what the best has more, in each state", "[analysis][regret]") {
  // Savage's omelet in numbers: the second is never best and still regretted least at worst.
  const std::vector<double> outcome{10, 7, 0, 0, 6, 8, 3, 2, 9};
  const std::vector<Regret> all = regrets(outcome, 3);
  REQUIRE(all.size() == 3);
  CHECK(all[0].mean.value == Approx((0 + 8 + 6) / 3.0));
  CHECK(all[1].mean.value == Approx((3 + 2 + 7) / 3.0));
  CHECK(all[2].mean.value == Approx((10 + 0 + 0) / 3.0));
  CHECK(all[1].mean.error == Approx(std::sqrt((1 + 4 + 9) / 2.0 / 3)));
  CHECK(all[0].largest == 8);
  CHECK(all[0].worst_state == 1);
  CHECK(all[1].largest == 7);
  CHECK(all[1].worst_state == 2);
  CHECK(all[2].largest == 10);
  CHECK(all[2].worst_state == 0);
  CHECK(all[0].times_best == 1);
  CHECK(all[1].times_best == 0);
  CHECK(all[2].times_best == 2);
}

TEST_CASE("What is behind by rounding alone is best too", "[analysis][regret]") {
  const std::vector<Regret> all = regrets(std::vector<double>{1e6, 1e6 + 1e-6, 5, 5, 0, -1e-3}, 2);
  CHECK(all[0].times_best == 3);
  CHECK(all[1].times_best == 2);
  CHECK(regrets(std::vector<double>{1e6, 1e6 + 1e-6}, 2, 0)[0].times_best == 0);
}

TEST_CASE("A lone alternative is never regretted", "[analysis][regret]") {
  const std::vector<Regret> all = regrets(std::vector<double>{4, -7}, 1);
  CHECK(all[0].largest == 0);
  CHECK(all[0].worst_state == 0);
  CHECK(all[0].times_best == 2);
}

}  // namespace shanhai::analysis
