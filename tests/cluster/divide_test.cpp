#include "cluster/divide.hpp"

#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

namespace shanhai::cluster {
namespace {

using Tasks = std::vector<std::vector<std::uint64_t>>;

std::vector<std::size_t> sizes(const Tasks& tasks) {
  std::vector<std::size_t> result(tasks.size());
  std::ranges::transform(tasks, result.begin(), &std::vector<std::uint64_t>::size);
  return result;
}

/// A task of so many points from a first one.
std::vector<std::uint64_t> points(std::uint64_t first, std::size_t many) {
  std::vector<std::uint64_t> result(many);
  std::iota(result.begin(), result.end(), first);
  return result;
}

}  // namespace

TEST_CASE("Tasks are cut until there are enough", "[cluster][divide]") {
  CHECK(sizes(divided({points(0, 63)}, 4)) == std::vector<std::size_t>{15, 16, 16, 16});
  CHECK(sizes(divided({points(0, 10), points(10, 20)}, 6)) == std::vector<std::size_t>{5, 5, 5, 5, 5, 5});
  CHECK(sizes(divided({points(0, 1), points(1, 9)}, 4)) == std::vector<std::size_t>{1, 3, 3, 3});
  CHECK(divided({points(0, 3), points(3, 2)}, 2) == Tasks{{0, 1, 2}, {3, 4}});
}

TEST_CASE("A point is the smallest task", "[cluster][divide]") {
  CHECK(divided({points(0, 2), points(2, 1)}, 100) == Tasks{{0}, {1}, {2}});
  CHECK(divided({}, 8).empty());
}

TEST_CASE("Cutting keeps every point, in its place", "[cluster][divide]") {
  for (std::size_t least = 1; least < 60; ++least) {
    std::vector<std::uint64_t> all;
    const Tasks cut = divided({points(0, 17), points(17, 5), points(22, 31)}, least);
    for (const std::vector<std::uint64_t>& task : cut) {
      all.insert(all.end(), task.begin(), task.end());
    }
    CHECK(all == points(0, 53));
    CHECK(cut.size() == std::clamp<std::size_t>(least, 3, 53));
  }
}

}  // namespace shanhai::cluster
