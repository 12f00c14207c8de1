#include "random/sample.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "goodness.hpp"
#include <catch2/catch.hpp>

namespace shanhai::random {
namespace {

std::vector<double> draw(const Law& law, std::size_t count = goodness::draws) {
  std::vector<double> x(count);
  Sampler(law).draw(Stream(5, "law"), {0, count}, x);
  return x;
}

double normal_cdf(double z) {
  return std::erfc(-z / std::sqrt(2.0)) / 2;
}

/// The incomplete Beta integral by Simpson's rule in y, x = sin²(y): smooth at both ends for shapes
/// >= 1.
double beta_cdf(double x, double a, double b) {
  const double power_a = 2 * a - 1;
  const double power_b = 2 * b - 1;
  const auto integral = [&](double upto) {
    constexpr int steps = 2000;
    const double h = upto / steps;
    double sum = 0;
    for (int i = 0; i <= steps; ++i) {
      const double weight = i == 0 || i == steps ? 1 : (i % 2 == 1 ? 4 : 2);
      sum += weight * std::pow(std::sin(i * h), power_a) * std::pow(std::abs(std::cos(i * h)), power_b);
    }
    return sum * h / 3;
  };
  return integral(std::asin(std::sqrt(x))) / integral(std::acos(-1.0) / 2);
}

struct Continuous {
  std::string name;
  Law law;
  std::function<double(double)> cdf;
  double variance;
  double kurtosis;
};

Continuous pert(double low, double mode, double high) {
  const double w = (mode - low) / (high - low);
  const double a = 1 + 4 * w;
  const double b = 5 - 4 * w;
  const double variance = a * b / (36.0 * 7);  // a + b = 6
  const double kurtosis = 3 + 6 * ((a - b) * (a - b) * 7 - a * b * 8) / (a * b * 8 * 9);
  return {"pert " + std::to_string(mode),
          Pert{low, mode, high},
          [=](double x) { return beta_cdf(std::clamp((x - low) / (high - low), 0.0, 1.0), a, b); },
          variance * (high - low) * (high - low),
          kurtosis};
}

std::vector<Continuous> rigs() {
  const double s2 = std::log1p(0.36);
  const auto e = [s2](double power) {
    return std::exp(power * s2);
  };
  return {
      {"uniform", Uniform{-2, 3}, [](double x) { return (x + 2) / 5; }, 25.0 / 12, 1.8},
      {"triangular",
       Triangular{1, 2, 5},
       [](double x) { return x < 2 ? (x - 1) * (x - 1) / 4 : 1 - (5 - x) * (5 - x) / 12; },
       (1 + 4 + 25 - 2 - 5 - 10) / 18.0,
       2.4},
      {"triangular, mode at an end",
       Triangular{0, 0, 1},
       [](double x) { return 1 - (1 - x) * (1 - x); },
       1.0 / 18,
       2.4},
      {"normal", Normal{10, 3}, [](double x) { return normal_cdf((x - 10) / 3); }, 9, 3},
      {"lognormal",
       Lognormal{100, 0.6},
       [s2](double x) { return normal_cdf((std::log(x / 100) + s2 / 2) / std::sqrt(s2)); },
       3600,
       e(4) + 2 * e(3) + 3 * e(2) - 3},
      pert(0, 0.5, 1),
      pert(-1, -0.7, 3),
      pert(10, 10, 20),
      pert(10, 20, 20),
      pert(0, 0.0078125, 1),
  };
}

}  // namespace

TEST_CASE("Every continuous law is fitted by its draws", "[random][sample][statistical]") {
  for (const Continuous& rig : rigs()) {
    INFO(rig.name);
    const std::vector<double> x = draw(rig.law);
    // A distribution function that is dear to compute: by its table of 1,024 values, good to 1e-5.
    const auto [low, high] = std::minmax_element(x.begin(), x.end());
    const double from = *low;
    const double cell = (*high - from) / 1024;
    std::vector<double> table;
    for (int i = 0; i <= 1024; ++i) {
      table.push_back(rig.cdf(from + i * cell));
    }
    const auto cdf = [&](double value) {
      const double at = (value - from) / cell;
      const auto i = static_cast<std::size_t>(std::min(at, 1023.0));
      return table[i] + (table[i + 1] - table[i]) * (at - static_cast<double>(i));
    };
    CHECK(goodness::ks_distance(x, cdf) < goodness::ks_bound(x.size()));
    const auto [mean_off, variance_off] = goodness::deviations(x, mean(rig.law), rig.variance, rig.kurtosis);
    CHECK(std::abs(mean_off) < goodness::most_sigmas);
    CHECK(std::abs(variance_off) < goodness::most_sigmas);
  }
}

TEST_CASE("Draws stay in the support of their law", "[random][sample]") {
  for (const Continuous& rig : rigs()) {
    INFO(rig.name);
    const Interval range = support(rig.law);
    const std::vector<double> x = draw(rig.law);
    const auto [low, high] = std::minmax_element(x.begin(), x.end());
    CHECK(*low >= range.low);
    CHECK(*high <= range.high);
  }
}

TEST_CASE("The Pert quantile undoes the Beta distribution function and never falls", "[random][sample]") {
  const double mode = GENERATE(0., 0.0078125, 0.2, 0.5, 0.9, 1.);
  const PertQuantile quantile(Pert{0, mode, 1});
  double before = 0;
  for (double u = 0x1p-33; u < 1; u += 1.0 / 256) {
    const double x = quantile(u);
    CHECK(beta_cdf(x, 1 + 4 * mode, 5 - 4 * mode) == Approx(u).epsilon(0).margin(1e-7));
    CHECK(x >= before);
    before = x;
  }
  CHECK(quantile(1 - 0x1p-33) <= 1);
}

TEST_CASE("Laws without spread give their one value", "[random][sample]") {
  for (const Law& law : {Law(Uniform{2, 2}),
                         Law(Triangular{2, 2, 2}),
                         Law(Pert{2, 2, 2}),
                         Law(Normal{2, 0}),
                         Law(Lognormal{2, 0}),
                         Law(Discrete{{{2, 0.1}}})}) {
    for (const double x : draw(law, 100)) {
      CHECK(x == 2);
    }
  }
}

TEST_CASE("A normal is cut at six standard deviations", "[random][sample]") {
  const NormalQuantile quantile(Normal{10, 3});
  CHECK(quantile(0x1p-33) == -8);
  CHECK(quantile(1 - 0x1p-33) == 28);
  CHECK(quantile(0.5) == 10);
}

TEST_CASE("Discrete outcomes come by their weights", "[random][sample][statistical]") {
  const Discrete law{{{3, 2}, {0, 1}, {7, 5}, {1, 0.5}}};
  const auto probability = [&law](double value) {
    for (const auto& [outcome, weight] : law.outcomes) {
      if (outcome == value) {
        return weight / 8.5;
      }
    }
    return 0.0;
  };
  const auto [statistic, bound] = goodness::chi_squared(draw(law), probability);
  CHECK(statistic < bound);
}

TEST_CASE("A path has its draw whatever the blocks", "[random][sample]") {
  const Sampler sampler(Lognormal{1, 0.5});
  const Stream stream(9, "overrun");
  std::vector<double> all(2000);
  sampler.draw(stream, {0, all.size()}, all);
  for (const std::size_t block : std::initializer_list<std::size_t>{1, 7, 1024}) {
    std::vector<double> found(all.size());
    for (std::size_t first = 0; first < all.size(); first += block) {
      const std::size_t count = std::min(block, all.size() - first);
      sampler.draw(stream, {first, count}, Lanes(found).subspan(first, count));
    }
    CHECK(found == all);
  }
}

}  // namespace shanhai::random
