#include "analysis/pareto.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <catch2/catch.hpp>

namespace shanhai::analysis {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// By the definition: every row against every other.
std::vector<std::size_t> by_definition(const std::vector<double>& table, std::size_t objectives) {
  const std::size_t rows = table.size() / objectives;
  const auto dominates = [&](std::size_t a, std::size_t b) {
    bool larger = false;
    for (std::size_t i = 0; i < objectives; ++i) {
      const double of_a = table[a * objectives + i];
      const double of_b = table[b * objectives + i];
      if (!(of_a >= of_b)) {
        return false;
      }
      larger = larger || of_a > of_b;
    }
    return larger;
  };
  std::vector<std::size_t> front;
  for (std::size_t row = 0; row < rows; ++row) {
    bool on_front = true;
    for (std::size_t i = 0; i < objectives; ++i) {
      on_front = on_front && !std::isnan(table[row * objectives + i]);
    }
    for (std::size_t other = 0; other < rows && on_front; ++other) {
      on_front = !dominates(other, row);
    }
    if (on_front) {
      front.push_back(row);
    }
  }
  return front;
}

}  // namespace

TEST_CASE("A row is on the front unless another is as large in all and larger in one", "[analysis][pareto]") {
  CHECK(pareto_front(std::vector<double>{1, 5, 2, 4, 1, 4, 3, 1, 3, 0}, 2) == std::vector<std::size_t>{0, 1, 3});
  CHECK(pareto_front(std::vector<double>{1, 3, 2, 3}, 1) == std::vector<std::size_t>{1, 3});
  CHECK(pareto_front(std::vector<double>{}, 3).empty());
}

TEST_CASE("Equal rows stay together, a row with NaN never stays", "[analysis][pareto]") {
  CHECK(pareto_front(std::vector<double>{2, 2, 1, 3, 2, 2, nan, 9, 0, nan}, 2) == std::vector<std::size_t>{0, 1, 2});
  CHECK(pareto_front(std::vector<double>{0.0, 1, -0.0, 1}, 2) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("The front is that of the definition, with ties, NaN and infinities", "[analysis][pareto]") {
  const std::size_t objectives = GENERATE(1U, 2U, 3U, 4U, 6U);
  std::mt19937_64 bits(objectives);
  for (int repeat = 0; repeat < 60; ++repeat) {
    std::vector<double> table(objectives * (bits() % 120));
    const std::uint64_t levels = 2 + bits() % 9;
    for (double& value : table) {
      const std::uint64_t drawn = bits();
      value = drawn % 50 == 0   ? nan
              : drawn % 50 == 1 ? std::numeric_limits<double>::infinity()
                                : static_cast<double>(bits() % levels);
    }
    REQUIRE(pareto_front(table, objectives) == by_definition(table, objectives));
  }
}

TEST_CASE("A front of all of many rows is found too", "[analysis][pareto]") {
  constexpr std::size_t rows = 200'000;
  const std::size_t objectives = GENERATE(2U, 3U);
  std::vector<double> table;
  for (std::size_t row = 0; row < rows; ++row) {
    const auto at = static_cast<double>(row);
    table.push_back(at);
    table.push_back(-at);
    if (objectives == 3) {
      table.push_back(at * (1e5 - at));
    }
  }
  CHECK(pareto_front(table, objectives).size() == rows);
}

}  // namespace shanhai::analysis
