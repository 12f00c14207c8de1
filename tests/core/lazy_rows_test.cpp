#include "core/lazy_rows.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace shanhai {

TEST_CASE("A lazy row is 0 until it is written, and after all were cleared", "[core][lazy-rows]") {
  LazyRows rows(2, 5);
  const LazyRows& seen = rows;
  CHECK(std::ranges::count(seen[1], 0.0) == 5);
  CHECK_FALSE(seen.written(1));
  rows[1][4] += 3;
  CHECK(seen.written(1));
  CHECK_FALSE(seen.written(0));
  CHECK(seen[1][4] == 3);
  rows[1][4] += 3;
  CHECK(seen[1][4] == 6);
  rows.clear();
  CHECK_FALSE(seen.written(1));
  CHECK(std::ranges::count(seen[1], 0.0) == 5);
  rows[1][0] += 1;
  CHECK(seen[1][0] == 1);
  CHECK(seen[1][4] == 0);
}

TEST_CASE("A lazy row that is overwritten is not cleared before", "[core][lazy-rows]") {
  LazyRows rows(1, 3);
  std::ranges::fill(rows.overwrite(0), 7.0);
  CHECK(rows.written(0));
  rows[0][1] = 2;
  const LazyRows& seen = rows;
  CHECK(seen[0][0] == 7);
  CHECK(seen[0][1] == 2);
}

}  // namespace shanhai
