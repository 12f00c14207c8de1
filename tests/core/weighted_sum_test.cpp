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

TEST_CASE("A weighted sum of many terms is added in their order", "[core][weighted-sum]") {
  const std::size_t count = GENERATE(0U, 1U, 2U, 3U, 7U, 8U, 9U, 16U, 17U, 30U);
  std::vector<std::vector<double>> rows;
  std::vector<Weighted<double>> terms;
  double expected = 0;
  rows.reserve(count);
  for (std::size_t term = 0; term < count; ++term) {
    const double value = 1 / (static_cast<double>(term) + 3);
    const double weight = term % 3 == 0 ? -1.7 : 0.3 * static_cast<double>(term);
    rows.emplace_back(19, value);
    terms.push_back({rows.back(), weight});
    expected += weight * value;
  }
  std::vector<double> out(19, -1);
  weighted_sum<double>(terms, out);
  CHECK(out == std::vector<double>(19, expected));
  std::vector<double> given(19, -1);
  std::vector<double> room(19);
  each_weighted_sum<double>(terms, room, [&](std::size_t i, double sum) { given[i] = sum; });
  CHECK(given == out);
}

TEST_CASE("A weighted sum may be written over its first row; one of nothing is 0", "[core][weighted-sum]") {
  std::vector<double> row(37, 2);
  weighted_sum<double>(std::vector<Weighted<double>>{{row, 0.5}, {row, 3}}, row);
  CHECK(row == std::vector<double>(37, 7));
  weighted_sum<double>({}, row);
  CHECK(row == std::vector<double>(37, 0));
}

}  // namespace shanhai
