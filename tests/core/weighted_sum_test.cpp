#include "core/weighted_sum.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace shanhai {

TEMPLATE_TEST_CASE("A weighted sum is that of each lane, to the last bit", "[core][weighted-sum]", double, float) {
  constexpr std::size_t longest = 300;
  std::vector<TestType> a(longest);
  std::vector<TestType> b(longest);
  for (std::size_t i = 0; i < longest; ++i) {
    a[i] = static_cast<TestType>(1) / static_cast<TestType>(i + 3);
    b[i] = static_cast<TestType>(i) / 7;
  }
  for (const std::size_t lanes : {0U, 1U, 7U, 16U, 33U, 256U, 300U}) {
    std::vector<TestType> out(longest, -1);
    const std::vector<Weighted<TestType>> terms{{a, static_cast<TestType>(0.3)}, {b, static_cast<TestType>(-1.7)}};
    weighted_sum<TestType>(terms, std::span(out).first(lanes));
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < longest; ++i) {
      const TestType expected = i < lanes ? a[i] * terms[0].weight + b[i] * terms[1].weight : static_cast<TestType>(-1);
      wrong += out[i] == expected ? 0U : 1U;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("A weighted sum may be written over one of its rows; one of nothing is 0", "[core][weighted-sum]") {
  std::vector<double> row(37, 2);
  weighted_sum<double>(std::vector<Weighted<double>>{{row, 0.5}, {row, 3}}, row);
  CHECK(row == std::vector<double>(37, 7));
  weighted_sum<double>({}, row);
  CHECK(row == std::vector<double>(37, 0));
}

}  // namespace shanhai
