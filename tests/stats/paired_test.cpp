#include "stats/paired.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace shanhai::stats {

TEST_CASE("A comparison tells difference, better and tie", "[stats][paired]") {
  const std::vector<double> a = {5, 2, 3, 4, 1};
  const std::vector<double> b = {1, 2, 3.5, 3, 2};
  std::vector<double> difference(a.size());
  const Compared found = compare(a, b, 0.5, difference);
  CHECK(difference == std::vector<double>{4, 0, -0.5, 1, -1});
  CHECK(found.better == 2);
  CHECK(found.ties == 2);
}

TEST_CASE("A series ties with itself", "[stats][paired]") {
  const std::vector<double> a(1000, 5);
  std::vector<double> difference(a.size(), 1);
  const Compared found = compare(a, a, 0, difference);
  CHECK(found.ties == a.size());
  CHECK(found.better == 0);
  CHECK(difference == std::vector<double>(a.size(), 0));
}

}  // namespace shanhai::stats
