#include "stats/quantiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>

#include "stats/order_statistics.hpp"

namespace shanhai::stats {
namespace {

/// Ranks from 0 of the four order statistics that one quantile and its error need.
struct Ranks {
  std::size_t low;
  std::size_t high;
  std::size_t error_low;
  std::size_t error_high;
  double between;  ///< place of the quantile from low (0) to high (1)
};

Ranks ranks_of(double probability, std::size_t count) noexcept {
  const auto n = static_cast<double>(count);
  const double position = (n - 1) * probability;
  const double floor = std::floor(position);
  const auto low = static_cast<std::size_t>(floor);
  const double centre = n * probability;
  const double spread = std::sqrt(centre * (1 - probability));
  const auto rank = [n](double from_1) {
    return static_cast<std::size_t>(std::clamp(from_1, 1.0, n) - 1);
  };
  return {low,
          std::min(low + 1, count - 1),
          rank(std::floor(centre - spread)),
          rank(std::ceil(centre + spread)),
          position - floor};
}

/// From a to b, and exactly a where both are equal, infinite ones too.
double between(double a, double b, double place) noexcept {
  return a == b || place == 0 ? a : a + (b - a) * place;
}

double error_or_unknown(std::size_t count, double error) noexcept {
  return count > 1 ? error : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

std::vector<Estimate> quantiles(ConstLanes values, std::span<const double> probabilities) {
  SHANHAI_EXPECT(!values.empty());
  std::vector<Ranks> ranks;
  std::vector<std::size_t> wanted;
  for (const double probability : probabilities) {
    SHANHAI_EXPECT(probability >= 0 && probability <= 1);
    const Ranks r = ranks.emplace_back(ranks_of(probability, values.size()));
    wanted.insert(wanted.end(), {r.low, r.high, r.error_low, r.error_high});
  }
  const std::vector<double> x = order_statistics(values, wanted);
  std::vector<Estimate> result;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const double error = between(0, x[4 * i + 3] - x[4 * i + 2], 0.5);
    result.push_back({between(x[4 * i], x[4 * i + 1], ranks[i].between), error_or_unknown(values.size(), error)});
  }
  return result;
}

Estimate tail_mean(ConstLanes values, double share) {
  SHANHAI_EXPECT(!values.empty() && share > 0 && share <= 1);
  const auto n = static_cast<double>(values.size());
  double m = std::ceil(share * n);
  m = m > 1 && (m - 1) / n >= share ? m - 1 : m;  // 0.07 * 100 is a little over 7

  const std::array<std::size_t, 1> last = {static_cast<std::size_t>(m) - 1};
  const double q = order_statistics(values, last)[0];
  std::vector<double> below;
  std::copy_if(values.begin(), values.end(), std::back_inserter(below), [q](double x) { return x < q; });
  std::sort(below.begin(), below.end());
  double sum = 0;
  double sum_of_squares = 0;
  for (const double x : below) {
    sum += x - q;
    sum_of_squares += (x - q) * (x - q);
  }
  const double variance = (sum_of_squares - sum * (sum / n)) / (n - 1);
  return {q + sum / m, error_or_unknown(values.size(), std::sqrt(variance / n) / share)};
}

}  // namespace shanhai::stats
