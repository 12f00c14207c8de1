#include "core/lanes.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace shanhai {

TEST_CASE("Rows begin at 0 and know whether any was lent for writing since they were cleared", "[core][lanes]") {
  Rows rows(2, 5);
  const Rows& seen = rows;
  CHECK(std::ranges::count(seen[1], 0.0) == 5);
  rows.fill(0);
  CHECK_FALSE(seen.lent());
  rows[1][4] = 3;
  CHECK(rows.lent());
  CHECK(seen[1][4] == 3);
  rows.clear();
  CHECK_FALSE(rows.lent());
  CHECK(seen[1][4] == 0);
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

}  // namespace shanhai
