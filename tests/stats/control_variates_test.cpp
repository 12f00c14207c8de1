#include "stats/control_variates.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "random/stream.hpp"
#include "stats/lane_sums.hpp"

namespace shanhai::stats {
namespace {

constexpr std::size_t paths = 4096;

std::vector<double> normals(const char* name, std::uint64_t seed = 1) {
  std::vector<double> values(paths);
  random::Stream(seed, name).normal({0, paths}, 0, 0, values);
  return values;
}

std::vector<double> sum(const std::vector<double>& a, double times, const std::vector<double>& b) {
  std::vector<double> result(paths);
  for (std::size_t path = 0; path < paths; ++path) {
    result[path] = a[path] + times * b[path];
  }
  return result;
}

std::vector<ConstLanes> lanes_of(const std::vector<std::vector<double>>& series) {
  return {series.begin(), series.end()};
}

}  // namespace

TEST_CASE("What controls explain in full leaves the expectation alone", "[stats][controls]") {
  const std::vector<std::vector<double>> controls{normals("a"), normals("b")};
  const std::vector<double> fixed(paths, 7.0);
  const std::vector<double> series = sum(sum(fixed, 3, controls[0]), -2, controls[1]);
  for (const double value : ControlVariates(lanes_of(controls), 1000).reduced(series)) {
    CHECK(value == Approx(7).margin(1e-7));
  }
}

TEST_CASE("The variance falls to what controls do not explain", "[stats][controls]") {
  const std::vector<std::vector<double>> controls{normals("a")};
  const std::vector<double> rest = normals("rest");
  const std::vector<double> reduced = ControlVariates(lanes_of(controls), paths).reduced(sum(rest, 5, controls[0]));
  CHECK(moments(reduced).variance() < moments(rest).variance());  // a fit explains a little of anything
  CHECK(moments(reduced).variance() == Approx(moments(rest).variance()).epsilon(0.01));
}

TEST_CASE("The reduced mean errs as its error says", "[stats][controls]") {
  constexpr int repetitions = 400;
  double squares = 0;
  for (std::uint64_t seed = 1; seed <= repetitions; ++seed) {
    const std::vector<std::vector<double>> controls{normals("a", seed), normals("b", seed)};
    const ControlVariates fitted(lanes_of(controls), 512);
    const Moments mean = moments(fitted.reduced(sum(sum(normals("c", seed), 2, controls[0]), 1, controls[1])));
    squares += std::pow(mean.mean() / (fitted.error_factor() * mean.standard_error()), 2);
  }
  // chi squared with 400 degrees of freedom: 5 sd, false alarm below 1e-5
  CHECK(squares / repetitions == Approx(1).margin(5 * std::sqrt(2.0 / repetitions)));
}

TEST_CASE("Controls that say the same, or nothing, do no harm", "[stats][controls]") {
  const std::vector<double> a = normals("a");
  const std::vector<double> series = sum(normals("rest"), 4, a);
  const std::vector<std::vector<double>> single{a};
  const double once = moments(ControlVariates(lanes_of(single), paths).reduced(series)).mean();
  const std::vector<std::vector<double>> many{a, std::vector<double>(paths, 0.0), a, sum(a, 1, a)};
  const Moments reduced = moments(ControlVariates(lanes_of(many), paths).reduced(series));
  CHECK(reduced.mean() == Approx(once).margin(1e-6));
}

TEST_CASE("Reduced series add up as the series do", "[stats][controls]") {
  const std::vector<std::vector<double>> controls{normals("a"), normals("b")};
  const ControlVariates fitted(lanes_of(controls), paths);
  const std::vector<double> one = sum(normals("one"), 2, controls[0]);
  const std::vector<double> two = sum(normals("two"), 3, controls[1]);
  const std::vector<double> apart = sum(fitted.reduced(one), 1, fitted.reduced(two));
  const std::vector<double> together = fitted.reduced(sum(one, 1, two));
  for (std::size_t path = 0; path < paths; ++path) {
    CHECK(apart[path] == Approx(together[path]).margin(1e-9));
  }
}

TEST_CASE("A fit to few paths widens the error", "[stats][controls]") {
  const std::vector<std::vector<double>> controls(10, normals("a"));
  CHECK(ControlVariates(lanes_of(controls), 111).error_factor() == Approx(std::sqrt(110.0 / 100)));
}

}  // namespace shanhai::stats
