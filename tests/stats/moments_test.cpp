#include "stats/moments.hpp"

#include <array>
#include <cmath>
#include <initializer_list>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "stats/lane_sums.hpp"
#include "stats/unit_moments.hpp"

namespace shanhai::stats {
namespace {

/// Any numbers will do; these are the same everywhere.
std::vector<double> numbers(std::size_t count, double mean = 0, double range = 1) {
  std::mt19937_64 bits(42);
  std::vector<double> values(count);
  for (double& value : values) {
    value = mean + range * (static_cast<double>(bits() >> 11U) * 0x1p-53 - 0.5);
  }
  return values;
}

/// The bits of what the results tell.
std::vector<double> told(const Moments& m) {
  return {static_cast<double>(m.count()), m.mean(), m.variance()};
}

/// As a run does it: blocks of paths into unit sums, units into the table, the table merged.
Moments by_blocks(const std::vector<double>& values, std::size_t block) {
  const std::size_t units = (values.size() + unit_paths - 1) / unit_paths;
  UnitMoments table(2);
  UnitSums sums(2);
  for (std::size_t place = 0; place < units; ++place) {
    const std::size_t unit = (place ^ 1U) < units ? (place ^ 1U) : place;  // neighbours change places
    const std::size_t end = std::min((unit + 1) * unit_paths, values.size());
    for (std::size_t first = unit * unit_paths; first < end; first += block) {
      const std::size_t count = std::min(block, end - first);
      sums.add(1, {first, count}, ConstLanes(values).subspan(first, count));
    }
    table.store(unit, sums);
  }
  return table.merged(1);
}

}  // namespace

TEST_CASE("Moments of a few numbers are the textbook's", "[stats][moments]") {
  // 2, 4, 9: mean 5, squares 9 + 1 + 16 = 26, variance 13.
  const std::vector<double> values = {2, 4, 9};
  const Moments m = moments(values);
  CHECK(m.count() == 3);
  CHECK(m.mean() == 5);
  CHECK(m.variance() == 13);
  CHECK(m.sd() == std::sqrt(13.0));
  CHECK(m.standard_error() == Approx(std::sqrt(13.0 / 3)).epsilon(1e-15));
}

TEST_CASE("Moments say nothing about what they have not seen", "[stats][moments]") {
  CHECK(std::isnan(Moments().mean()));
  const std::vector<double> one = {7};
  CHECK(moments(one).mean() == 7);
  CHECK(std::isnan(moments(one).variance()));
  CHECK(std::isnan(moments(one).standard_error()));
}

TEST_CASE("A constant series has no spread at all", "[stats][moments]") {
  const Moments m = moments(std::vector<double>(5000, 0.1));
  CHECK(m.mean() == 0.1);
  CHECK(m.variance() == 0);
}

TEST_CASE("NaN and infinity stay visible", "[stats][moments]") {
  for (const double odd : {std::nan(""), HUGE_VAL}) {
    std::vector<double> values = numbers(3000);
    values[1500] = odd;
    CHECK(!std::isfinite(moments(values).mean()));
    CHECK(std::isnan(moments(values).variance()));
  }
}

TEST_CASE("The last bits do not depend on the blocks", "[stats][moments]") {
  const std::vector<double> values = numbers(5 * unit_paths + 333, 3, 1000);
  const auto expected = told(moments(values));
  for (const std::size_t block : std::initializer_list<std::size_t>{1, 7, 15, 16, 100, 1000, 1024}) {
    CHECK(told(by_blocks(values, block)) == expected);
  }
}

TEST_CASE("Sums over a unit take path i in lane i modulo 16", "[stats][moments]") {
  for (const std::size_t count : {1U, 15U, 16U, 17U, 1000U, 1024U}) {
    const std::vector<double> values = numbers(count, 3, 1000);
    std::array<double, reduction_lanes> lanes{};
    for (std::size_t i = 0; i < count; ++i) {
      lanes[i % reduction_lanes] += values[i] * values[i];
    }
    double expected = 0;
    for (const double lane : lanes) {
      expected += lane;
    }
    const std::array<double, 2> found = sums_in_lanes<2>(values, []<class V>(V x) {
      return std::array<V, 2>{x, x * x};
    });
    CHECK(found[1] == expected);
    CHECK(found[0] == Approx(static_cast<double>(count) * moments(values).mean()).epsilon(1e-12));
  }
}

TEST_CASE("Merging gives the moments of all", "[stats][moments]") {
  const std::vector<double> values = numbers(10'000, 1, 10);
  const ConstLanes all(values);
  Moments merged;
  for (const auto& part : {all.subspan(0, 0), all.subspan(0, 1), all.subspan(1, 6000), all.subspan(6001)}) {
    merged.merge(moments(part));
  }
  const Moments expected = moments(all);
  CHECK(merged.count() == expected.count());
  CHECK(merged.mean() == Approx(expected.mean()).epsilon(1e-13));
  CHECK(merged.variance() == Approx(expected.variance()).epsilon(1e-12));
}

TEST_CASE("A large mean does not swallow a small spread", "[stats][moments]") {
  // Mean 3e9 and sd 100; the mean of squares less the square of the mean would be off by tens of
  // times.
  const std::vector<double> values = numbers(1'000'000, 3e9, 100 * std::sqrt(12.0));
  const Moments m = moments(values);
  long double sum = 0;
  for (const double value : values) {
    sum += static_cast<long double>(value) - 3e9L;
  }
  CHECK(m.variance() == Approx(10'000).epsilon(0.001));
  CHECK(m.mean() - 3e9 == Approx(static_cast<double>(sum / 1e6L)).margin(1e-5).epsilon(0));
}

}  // namespace shanhai::stats
