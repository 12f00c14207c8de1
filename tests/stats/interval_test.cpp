#include "stats/interval.hpp"

#include <cmath>
#include <functional>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "stats/lane_sums.hpp"
#include "stats/paired.hpp"
#include "stats/quantiles.hpp"

namespace shanhai::stats {
namespace {

/// How many of 1,000 intervals, each from its own `count` numbers of the law, hold the truth.
///
/// Of honest 95% intervals 950 do, give or take 6.9: outside 925..975 with a chance of 3e-4.
int hits(std::size_t count, double truth, double (*law)(double), const std::function<Interval(ConstLanes)>& interval) {
  std::mt19937_64 bits(2026);
  std::vector<double> values(count);
  int inside = 0;
  for (int replication = 0; replication < 1000; ++replication) {
    for (double& value : values) {
      value = law((static_cast<double>(bits() >> 11U) + 0.5) * 0x1p-53);
    }
    const Interval found = interval(values);
    inside += found.low <= truth && truth <= found.high ? 1 : 0;
  }
  return inside;
}

double exponential(double u) {
  return -std::log(u);
}

bool honest(int hits) {
  return hits >= 925 && hits <= 975;
}

}  // namespace

TEST_CASE("Proportions have the binomial error, and never none", "[stats][interval]") {
  CHECK(proportion(20, 100).value == 0.2);
  CHECK(proportion(20, 100).error == 0.04);
  CHECK(proportion(0, 96).value == 0);
  CHECK(proportion(0, 96).error == Approx(std::sqrt(0.02 * 0.98 / 100)).epsilon(1e-14));
  CHECK(proportion(96, 96).value == 1);
  CHECK(proportion(96, 96).error == Approx(proportion(0, 96).error).epsilon(1e-14));
}

TEST_CASE("95% intervals of means hold the truth 95 times in 100", "[stats][interval][statistical]") {
  CHECK(honest(hits(1500, 1, exponential, [](ConstLanes x) {
    const Moments m = moments(x);
    return interval95({m.mean(), m.standard_error()});
  })));
}

TEST_CASE("95% intervals of quantiles hold the truth 95 times in 100", "[stats][interval][statistical]") {
  const double probability = GENERATE(0.05, 0.5, 0.95);
  CHECK(honest(hits(4000, -std::log1p(-probability), exponential, [probability](ConstLanes x) {
    const Estimate q = quantiles(x, std::vector<double>{probability})[0];
    return interval95(q);
  })));
}

TEST_CASE("95% intervals of tail means hold the truth 95 times in 100", "[stats][interval][statistical]") {
  // The lower 5% of a uniform number has mean 0.025.
  CHECK(honest(hits(
      4000,
      0.025,
      [](double u) { return u; },
      [](ConstLanes x) {
        const Estimate tail = tail_mean(x, 0.05);
        return interval95(tail);
      })));
}

TEST_CASE("95% intervals of shares and differences hold the truth 95 times in 100", "[stats][interval][statistical]") {
  const double above = std::exp(-0.5);
  CHECK(honest(hits(1500, above, exponential, [&](ConstLanes x) {
    std::vector<double> difference(x.size());
    return interval95(proportion(compare(x, std::vector<double>(x.size(), 0.5), 0, difference).better, x.size()));
  })));
  CHECK(honest(hits(1500, 0.5, exponential, [&](ConstLanes x) {
    std::vector<double> difference(x.size());
    static_cast<void>(compare(x, std::vector<double>(x.size(), 0.5), 0, difference));
    const Moments m = moments(difference);
    return interval95({m.mean(), m.standard_error()});
  })));
}

}  // namespace shanhai::stats
