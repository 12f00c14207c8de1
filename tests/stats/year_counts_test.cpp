#include "stats/year_counts.hpp"

#include <array>

#include <catch2/catch.hpp>

namespace shanhai::stats {

TEST_CASE("A year's quantile is the first by which the share is there", "[stats][year-counts]") {
  const std::array<std::uint64_t, 5> years = {0, 7, 0, 43, 40};
  CHECK(quantile_of_counts(years, 10, 0) == 1);
  CHECK(quantile_of_counts(years, 10, 0.07) == 1);
  CHECK(quantile_of_counts(years, 10, 0.0701) == 3);
  CHECK(quantile_of_counts(years, 10, 0.5) == 3);
  CHECK(quantile_of_counts(years, 10, 0.51) == 4);
  CHECK(quantile_of_counts(years, 10, 0.9) == 4);
}

TEST_CASE("Paths that never get there come last", "[stats][year-counts]") {
  const std::array<std::uint64_t, 2> years = {5, 4};
  CHECK(quantile_of_counts(years, 1, 0.95) == std::nullopt);
  CHECK(quantile_of_counts(years, 0, 1) == 1);
  CHECK(quantile_of_counts(std::array<std::uint64_t, 2>{}, 8, 0.05) == std::nullopt);
  CHECK(quantile_of_counts({}, 0, 0.5) == std::nullopt);
}

}  // namespace shanhai::stats
