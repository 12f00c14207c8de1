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

TEST_CASE("What is added to a row is all of it where it was blank", "[flow][draws]") {
  const Draws draws = [] {
    Draws drawn(1, 2);
    drawn[0][0] = 10;
    drawn[0][1] = 20;
    return drawn;
  }();
  LazyRows rows(2, 2);
  rows[0][0] = rows[0][1] = 99;
  rows.clear();
  const auto value = [](std::size_t lane, double a, double b) {
    return static_cast<double>(lane) + a * b;
  };
  for (const double times : {1.0, 2.0}) {
    add(rows, 0, value, Operand{0.5}, draws.of(Number{99, 0}));
    add(rows, 1, value, Operand{0.5}, Operand{4.0});
    CHECK(rows[0][0] == times * 5);
    CHECK(rows[0][1] == times * 11);
    CHECK(rows[1][0] == times * 2);
    CHECK(rows[1][1] == times * 3);
  }
}

}  // namespace shanhai::flow
