#include "stats/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "stats/order_statistics.hpp"

namespace shanhai::stats {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<double> random_bits_as(std::size_t count, double (*law)(double)) {
  std::mt19937_64 bits(count);
  std::vector<double> values(count);
  for (double& value : values) {
    value = law(static_cast<double>(bits() >> 11U) * 0x1p-53);
  }
  return values;
}

double quantile(const std::vector<double>& values, double probability) {
  return quantiles(values, std::vector<double>{probability})[0].value;
}

/// Series that have given trouble to selection somewhere.
std::vector<std::vector<double>> hard_series() {
  return {
      {4},
      {2, 1},
      {0.0, -0.0, 0.0, -0.0, -1, 1},
      std::vector<double>(1000, 7.5),
      {-infinity, 3, 5, infinity, 4, infinity, -2},
      {-1e308, 1e308, 0, 5, -5, 1.7e308, -1.7e308},
      {5e-324, 0, 1e-323, -5e-324},
      random_bits_as(20'000, [](double u) { return u - 0.5; }),
      random_bits_as(20'000, [](double u) { return std::floor(u * 5); }),
      random_bits_as(20'000, [](double u) { return std::max(u, 0.6); }),
      random_bits_as(20'000, [](double u) { return std::exp(20 * u * u); }),
      random_bits_as(20'000, [](double u) { return 3e9 + 100 * u; }),
      random_bits_as(20'000, [](double u) { return u < 1e-4 ? 1e300 : u; }),
  };
}

}  // namespace

TEST_CASE("Order statistics are what sorting gives", "[stats][quantiles]") {
  for (const std::vector<double>& values : hard_series()) {
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t n = values.size();
    std::vector<std::size_t> ranks = {n - 1, 0, n / 2, n / 2, n / 20, n - 1 - n / 20, n / 3};
    const std::vector<double> found = order_statistics(values, ranks);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      CHECK(found[i] == sorted[ranks[i]]);
    }
  }
}

TEST_CASE("Every rank of a series comes out sorted", "[stats][quantiles]") {
  const std::vector<double> values = random_bits_as(3000, [](double u) { return std::floor(u * 900) / 7; });
  std::vector<std::size_t> ranks(values.size());
  std::generate(ranks.begin(), ranks.end(), [n = std::size_t{0}]() mutable { return n++; });
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  CHECK(order_statistics(values, ranks) == sorted);
}

TEST_CASE("Quantiles are type 7", "[stats][quantiles]") {
  const std::vector<double> values = {40, 10, 30, 20};
  CHECK(quantile(values, 0) == 10);
  CHECK(quantile(values, 0.25) == 17.5);  // place 0.75 between 10 and 20
  CHECK(quantile(values, 0.5) == 25);
  CHECK(quantile(values, 1) == 40);
  CHECK(quantile({5}, 0.3) == 5);
}

TEST_CASE("A quantile's error is half the distance of one-sigma order statistics", "[stats][quantiles]") {
  std::vector<double> values(100);
  std::generate(values.begin(), values.end(), [n = 100.0]() mutable { return n--; });
  // n q = 50, sqrt(n q (1 - q)) = 5: ranks 45 and 55.
  const Estimate median = quantiles(values, std::vector<double>{0.5})[0];
  CHECK(median.value == 50.5);
  CHECK(median.error == 5);
  CHECK(std::isnan(quantiles(std::vector<double>{5}, std::vector<double>{0.5})[0].error));
  CHECK(quantiles(std::vector<double>(50, 2), std::vector<double>{0.5})[0].error == 0);
}

TEST_CASE("A NaN anywhere shows in every quantile", "[stats][quantiles]") {
  std::vector<double> values = random_bits_as(1000, [](double u) { return u; });
  values[777] = std::nan("");
  CHECK(std::isnan(quantile(values, 0)));
  CHECK(std::isnan(quantile(values, 0.5)));
  CHECK(std::isnan(tail_mean(values, 0.05).value));
}

TEST_CASE("The tail mean is the mean of the smallest", "[stats][quantiles]") {
  std::vector<double> values(100);
  std::generate(values.begin(), values.end(), [n = 100.0]() mutable { return n--; });
  CHECK(tail_mean(values, 0.05).value == 3);     // 1..5
  CHECK(tail_mean(values, 0.051).value == 3.5);  // 1..6
  CHECK(tail_mean(values, 0.07).value == 4);     // 1..7, though 0.07 * 100 > 7
  CHECK(tail_mean(values, 1).value == 50.5);
  CHECK(tail_mean(values, 1e-9).value == 1);
  CHECK(tail_mean(std::vector<double>(10, 2), 0.25).value == 2);
  CHECK(tail_mean(std::vector<double>{4}, 0.05).value == 4);
  CHECK(std::isnan(tail_mean(std::vector<double>{4}, 0.05).error));
  // Terms min(x - 5, 0): -4, -3, -2, -1 and 96 zeros; sum -10, squares 30; variance (30 - 1) / 99.
  CHECK(tail_mean(values, 0.05).error == Approx(std::sqrt(29.0 / 99) / (0.05 * 10)).epsilon(1e-14));
}

TEST_CASE("Quantiles do not depend on the order of the paths, tail means but for their last bits",
          "[stats][quantiles]") {
  std::vector<double> values = random_bits_as(5000, [](double u) { return std::log(u); });
  const std::vector<double> probabilities = {0.05, 0.5, 0.95};
  const auto told = [&] {
    std::vector<double> all;
    for (const Estimate& q : quantiles(values, probabilities)) {
      all.insert(all.end(), {q.value, q.error});
    }
    return all;
  };
  const std::vector<double> expected = told();
  const Estimate expected_tail = tail_mean(values, 0.05);
  std::shuffle(values.begin(), values.end(), std::mt19937(1));
  CHECK(told() == expected);
  CHECK(tail_mean(values, 0.05).value == Approx(expected_tail.value).epsilon(1e-13));
  CHECK(tail_mean(values, 0.05).error == Approx(expected_tail.error).epsilon(1e-13));
}

TEST_CASE("A tail mean and its error are those of the sorted series", "[stats][quantiles]") {
  for (std::vector<double> values : hard_series()) {
    for (const double share : {0.001, 0.05, 0.5, 1.0}) {
      const Estimate found = tail_mean(values, share);
      std::sort(values.begin(), values.end());
      const auto n = static_cast<double>(values.size());
      const double m = std::max(std::ceil(share * n), 1.0);
      const double q = values[static_cast<std::size_t>(m) - 1];
      if (!(q - values[0] < 1e150)) {
        continue;  // squares are infinite
      }
      double sum = 0;
      double squares = 0;
      for (const double x : values) {
        sum += std::min(x - q, 0.0);
        squares += std::min(x - q, 0.0) * std::min(x - q, 0.0);
      }
      CHECK(found.value == Approx(q + sum / m).epsilon(0).margin(1e-12 * (std::abs(q) + q - values[0])));
      if (n > 1) {
        const double error = std::sqrt((squares - sum * sum / n) / (n - 1) / n) / share;
        CHECK(found.error == Approx(error).epsilon(1e-9).margin(1e-300));
      }
    }
  }
}

TEST_CASE("Many threads find together what one finds", "[stats][quantiles]") {
  const std::vector<double> values = random_bits_as(10 * unit_paths, [](double u) { return std::exp(3 * u); });
  const Asked asked{{0.05, 0.5}, 0.05};
  const Bins bins(sample_of(values), values.size());
  std::vector<Histogram> counted(2, Histogram(bins));
  std::vector<Quantiles::Found> found(2);
  const auto unit = [&](std::size_t place) {
    return ConstLanes(values).subspan(place * unit_paths, unit_paths);
  };
  for (std::size_t place = 0; place < 10; ++place) {
    counted[place * place % 2].add(unit(place));
  }
  counted[0].merge(counted[1]);
  REQUIRE(counted[0].size() == values.size());
  const Quantiles series(counted[0], asked);
  Quantiles::Tail tail{};
  for (std::size_t place = 0; place < 10; ++place) {
    series.gather(unit(place), found[place / 7]);
    tail = {tail[0] + series.tail_of(unit(place))[0], tail[1] + series.tail_of(unit(place))[1]};
  }
  found[1].insert(found[1].end(), found[0].begin(), found[0].end());
  CHECK(found[1].size() < values.size() / 50);
  const Quantiles::Answers answers = series.answers(found[1], tail);
  CHECK(answers.quantiles[0].value == quantile(values, 0.05));
  CHECK(answers.quantiles[1].value == quantile(values, 0.5));
  CHECK(answers.tail_mean.value == tail_mean(values, 0.05).value);
  CHECK(answers.tail_mean.error == tail_mean(values, 0.05).error);
}

}  // namespace shanhai::stats
