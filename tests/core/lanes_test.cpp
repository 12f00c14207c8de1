#include "core/lanes.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace shanhai {

TEST_CASE("Rows begin at 0", "[core][lanes]") {
  const Rows rows(2, 5);
  CHECK(std::ranges::count(rows[0], 0.0) == 5);
  CHECK(std::ranges::count(rows[1], 0.0) == 5);
}

TEST_CASE("Something done in each lane is done in every one, and in no other", "[core][lanes]") {
  for (const std::size_t lanes : {0U, 1U, 7U, 64U, 65U}) {
    Rows rows(1, 65);
    const Lanes row = rows[0];
    each_lane(lanes, [&](std::size_t i) { row[i] += 1; });
    CHECK(static_cast<std::size_t>(std::ranges::count(row, 1.0)) == lanes);
    CHECK(static_cast<std::size_t>(std::ranges::count(row.first(lanes), 1.0)) == lanes);
  }
}

TEST_CASE("The same lane of two rows lies on other cache lines, by an odd number of them", "[core][lanes]") {
  for (const std::size_t lanes : {1U, 8U, 64U, 100U, 256U, 1024U}) {
    const Rows rows(2, lanes);
    const SingleRows singles(2, lanes);
    CHECK((rows[1].data() - rows[0].data()) % 16 == 8);
    CHECK((singles[1].data() - singles[0].data()) % 32 == 16);
  }
}

}  // namespace shanhai
