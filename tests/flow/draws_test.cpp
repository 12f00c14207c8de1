#include "flow/draws.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace shanhai::flow {

TEST_CASE("A known number reads the same in every lane", "[flow][draws]") {
  const Draws draws(1, 3);
  const Operand operand = draws.of(Number{0.06});
  for (std::size_t lane = 0; lane < 3; ++lane) {
    CHECK(operand[lane] == 0.06);
  }
}

TEST_CASE("An uncertain number reads its own row, not its mean", "[flow][draws]") {
  Draws draws(2, 3);
  for (std::size_t lane = 0; lane < 3; ++lane) {
    draws[0][lane] = 10.0 + static_cast<double>(lane);
    draws[1][lane] = 20.0 + static_cast<double>(lane);
  }
  const Operand operand = draws.of(Number{99, 1});
  CHECK(operand[0] == 20);
  CHECK(operand[2] == 22);
}

TEST_CASE("An operand follows its row as the row changes", "[flow][draws]") {
  std::vector<double> row{1, 2};
  const Operand operand{ConstLanes{row}};
  row[1] = 5;
  CHECK(operand[0] == 1);
  CHECK(operand[1] == 5);
}

}  // namespace shanhai::flow
