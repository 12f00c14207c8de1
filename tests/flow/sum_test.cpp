#include "flow/sum.hpp"

#include <catch2/catch.hpp>

namespace shanhai::flow {

TEST_CASE("A sum has its known and its drawn terms, and gives or writes the same", "[flow][sum]") {
  const bool drawn = GENERATE(false, true);
  Draws draws(1, 3);
  Rows rows(3, 3);
  for (std::size_t lane = 0; lane < 3; ++lane) {
    const auto x = static_cast<double>(lane);
    draws[0][lane] = 10 + x;
    rows[0][lane] = 1 + x;
    rows[1][lane] = 100 * x;
  }
  Sum sum(3);
  sum.add(rows[0], Operand{3.0}, Operand{0.5});
  sum.add(rows[1], Operand{0.25});
  sum.add(rows[1], Operand{0.0});
  if (drawn) {
    sum.clear();
    sum.add(rows[0], draws.of(Number{99, 0}), Operand{2.0});
    sum.add(rows[1], Operand{0.25});
  }
  Rows out(3, 3);
  sum.write(out[0]);
  sum.each(out[1], [&](std::size_t lane, double all) { out[2][lane] = all; });
  for (std::size_t lane = 0; lane < 3; ++lane) {
    const auto x = static_cast<double>(lane);
    CHECK(out[0][lane] == (1 + x) * (drawn ? 2 * (10 + x) : 1.5) + 25 * x);
    CHECK(out[2][lane] == out[0][lane]);
  }
}

}  // namespace shanhai::flow
