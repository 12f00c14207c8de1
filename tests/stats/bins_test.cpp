#include "stats/bins.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <catch2/catch.hpp>

#include "stats/histogram.hpp"

namespace shanhai::stats {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<std::size_t> bins_of(const Bins& bins, const std::vector<double>& values) {
  std::vector<std::size_t> found;
  for_each_bin(values, bins, [&](std::size_t bin, double /*value*/) { found.push_back(bin); });
  return found;
}

}  // namespace

TEST_CASE("Bins cut the sample in equal parts, and take what lies beyond", "[stats][bins]") {
  const Bins bins(std::vector<double>{10, 50, 20}, 32);  // 4 bins of width 10
  REQUIRE(bins.count() == 4);
  CHECK(bins_of(bins, {10, 19, 20, 35, 49, 50}) == std::vector<std::size_t>{0, 0, 1, 2, 3, 3});
  CHECK(bins_of(bins, {9, -1e308, -infinity, 1e308, infinity}) == std::vector<std::size_t>{0, 0, 0, 3, 3});
  CHECK(bins.start(2) == 30);
}

TEST_CASE("The ends of a sample count wherever they stand", "[stats][bins]") {
  const std::size_t low = GENERATE(0U, 31U, 64U, 98U);
  const std::size_t high = GENERATE(1U, 32U, 95U, 99U);
  std::vector<double> sample(100, 5);
  sample[low] = 0;
  sample[high] = 10;
  const Bins bins(sample, 32);
  CHECK(bins_of(bins, {0, 2.4, 2.6, 7.4, 7.6, 10}) == std::vector<std::size_t>{0, 0, 1, 2, 3, 3});
}

TEST_CASE("A bin never falls as the value grows", "[stats][bins]") {
  for (const double low : {-1.0, 1e9, 1e300}) {
    double value = low;
    std::vector<double> values;
    for (int i = 0; i < 3000; ++i, value = std::nextafter(value, infinity)) {
      values.push_back(value);
    }
    const std::vector<std::size_t> found = bins_of(Bins(sample_of(values), values.size()), values);
    CHECK(std::is_sorted(found.begin(), found.end()));
  }
}

TEST_CASE("What has no width is one bin", "[stats][bins]") {
  for (const std::vector<double>& sample : std::vector<std::vector<double>>{{7, 7}, {-infinity, 0}, {-1e308, 1e308}}) {
    const Bins bins(sample, 1000);
    CHECK(bins.count() == 1);
    CHECK(bins_of(bins, {-infinity, 0, 7, infinity, std::nan("")}) == std::vector<std::size_t>(5, 0));
  }
}

TEST_CASE("A sample comes from all over the series", "[stats][bins]") {
  std::vector<double> values(5000);
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = static_cast<double>(i);
  }
  const std::vector<double> sample = sample_of(values);
  CHECK(sample.size() == 16 * 64);
  CHECK(sample[63] == 63);
  CHECK(sample[64] == 313);
  CHECK(sample.back() > 4700);
  CHECK(sample_of(std::vector<double>{3}) == std::vector<double>{3});
}

TEST_CASE("A histogram counts every value once, and remembers a NaN", "[stats][bins]") {
  const Bins bins(std::vector<double>{0, 4}, 32);
  Histogram one(bins);
  one.add(std::vector<double>{0.5, 3.5, 3.7});
  Histogram other(bins);
  other.add(std::vector<double>(700, 1.5));
  one.merge(other);
  CHECK(one.counts() == std::vector<std::uint32_t>{1, 700, 0, 2});
  CHECK(one.size() == 703);
  CHECK_FALSE(Histogram::of(std::vector<double>{1, 2}).has_nan());
  CHECK(Histogram::of(std::vector<double>{1, std::nan(""), 2}).has_nan());
}

}  // namespace shanhai::stats
