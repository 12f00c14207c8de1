#include "stats/paired.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "stats/lane_sums.hpp"

namespace shanhai::stats {

TEST_CASE("A comparison tells difference, better and tie", "[stats][paired]") {
  const std::vector<double> a = {5, 2, 3, 4, 1};
  const std::vector<double> b = {1, 2, 3.5, 3, 2};
  const Paired result = compare(a, b, 0.5);
  // Differences 4, 0, -0.5, 1, -1: mean 0.7, squares 18.25 - 5 * 0.49 = 15.8.
  CHECK(result.difference.mean() == Approx(0.7).epsilon(1e-15));
  CHECK(result.difference.variance() == Approx(15.8 / 4).epsilon(1e-14));
  CHECK(result.better.value == 0.4);
  CHECK(result.tie.value == 0.4);
  const double error = std::sqrt(15.8 / 4 / 5);
  CHECK(result.interval95().low == Approx(0.7 - 1.959963984540054 * error).epsilon(1e-13));
  CHECK(result.interval95().high == Approx(0.7 + 1.959963984540054 * error).epsilon(1e-13));
}

TEST_CASE("A series ties with itself", "[stats][paired]") {
  const std::vector<double> a = {5, 2, 3};
  const Paired result = compare(a, a, 0);
  CHECK(result.tie.value == 1);
  CHECK(result.better.value == 0);
  CHECK(result.difference.variance() == 0);
}

TEST_CASE("Differences are summed in the fixed order", "[stats][paired]") {
  std::vector<double> a(5000);
  std::vector<double> b(5000);
  std::vector<double> difference(5000);
  for (std::size_t i = 0; i < a.size(); ++i) {
    a[i] = std::sin(static_cast<double>(i));
    b[i] = std::cos(static_cast<double>(i) * 0.7);
    difference[i] = a[i] - b[i];
  }
  const Paired result = compare(a, b, 0);
  CHECK(result.difference.mean() == moments(difference).mean());
  CHECK(result.difference.variance() == moments(difference).variance());
}

}  // namespace shanhai::stats
