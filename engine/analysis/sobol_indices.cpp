#include "analysis/sobol_indices.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "analysis/resample.hpp"
#include "core/contract.hpp"
#include "core/lanes.hpp"
#include "random/stream.hpp"
#include "stats/interval.hpp"
#include "stats/quantiles.hpp"

namespace shanhai::analysis {
namespace {

constexpr std::uint32_t samples = 1000;

/// What one axis' indices are reckoned from.
struct Rows {
  ConstLanes a;
  ConstLanes b;
  ConstLanes ab;
  ConstLanes drawn;  ///< how often each row counts

  [[nodiscard]] std::size_t size() const noexcept { return a.size(); }
};

/// The means over the rows of some terms, which `terms` gives of a row.
template <std::size_t n, class Terms>
std::array<double, n> means(const Rows& rows, const Terms& terms) {
  std::array<double, n> sums{};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::array<double, n> of_row = terms(row);
    for (std::size_t term = 0; term < n; ++term) {
      sums[term] += rows.drawn[row] * of_row[term];
    }
  }
  for (double& sum : sums) {
    sum /= static_cast<double>(rows.size());
  }
  return sums;
}

double ratio(double of, double to) {
  return to > 0 ? of / to : 0;
}

double first_order(const Rows& rows) {
  const auto [mean, mean_of_pair] = means<2>(rows, [&](std::size_t row) {
    return std::array{(rows.a[row] + rows.b[row]) / 2, (rows.b[row] + rows.ab[row]) / 2};
  });
  const auto of_pair = [&, m = mean_of_pair](std::size_t row) {
    const double b = rows.b[row] - m;
    const double ab = rows.ab[row] - m;
    return std::pair{b * ab, (b * b + ab * ab) / 2};
  };
  const auto by_chance = [&, m = mean](std::size_t row) {
    return (rows.a[row] - m) * (rows.b[row] - m);
  };
  const auto [together, variance, chance] = means<3>(rows, [&](std::size_t row) {
    const auto [product, square] = of_pair(row);
    return std::array{product, square, by_chance(row)};
  });
  const double share = ratio(together, variance);
  const auto [spread, covariance] = means<2>(rows, [&, share = share, chance = chance](std::size_t row) {
    const auto [product, square] = of_pair(row);
    const double off = by_chance(row) - chance;
    return std::array{off * off, off * (product - share * square)};
  });
  return share - ratio(covariance, spread) * ratio(chance, variance);
}

double total_order(const Rows& rows) {
  const auto [mean] = means<1>(rows, [&](std::size_t row) { return std::array{(rows.a[row] + rows.b[row]) / 2}; });
  const auto [moved, variance] = means<2>(rows, [&, m = mean](std::size_t row) {
    const double a = rows.a[row] - m;
    const double b = rows.b[row] - m;
    const double step = rows.a[row] - rows.ab[row];
    return std::array{step * step / 2, (a * a + b * b) / 2};
  });
  return ratio(moved, variance);
}

/// First-order indices of all axes, then total ones.
std::vector<double> indices_of(const SaltelliTable& table, ConstLanes drawn) {
  std::vector<double> indices;
  for (double (*const estimator)(const Rows&) : {first_order, total_order}) {
    for (const std::vector<double>& ab : table.ab) {
      indices.push_back(estimator({table.a, table.b, ab, drawn}));
    }
  }
  return indices;
}

/// The indices of samples of the base rows, shape [index][sample].
std::vector<std::vector<double>> bootstrap(const SaltelliTable& table) {
  const random::Stream stream(0, "sobol_indices.bootstrap");
  const std::size_t rows = table.a.size();
  std::vector<std::vector<double>> all(2 * table.ab.size());
  for (std::uint32_t sample = 0; sample < samples; ++sample) {
    const std::vector<double> indices = indices_of(table, resample(stream, rows, sample));
    for (std::size_t index = 0; index < indices.size(); ++index) {
      all[index].push_back(indices[index]);
    }
  }
  return all;
}

/// The share of bootstrap samples below a 95% interval: that of Student's t in place of the normal law, for the spread
/// of n rows (Abramowitz and Stegun 26.7.5).
double share_below(std::size_t rows) {
  const double z = stats::z95;
  const auto n = static_cast<double>(rows);
  const double freedom = n - 1;
  const double t = z + (std::pow(z, 3) + z) / (4 * freedom) +
                   (5 * std::pow(z, 5) + 16 * std::pow(z, 3) + 3 * z) / (96 * freedom * freedom);
  return std::erfc(t * std::sqrt(n / freedom) / std::numbers::sqrt2) / 2;
}

/// The mean over A and B, taken off everything: what is left is as exact as its spread. False where it has none.
bool center(SaltelliTable& table) {
  const double sum =
      std::accumulate(table.a.begin(), table.a.end(), 0.0) + std::accumulate(table.b.begin(), table.b.end(), 0.0);
  const double mean = sum / static_cast<double>(2 * table.a.size());
  double furthest = 0;
  const auto shift = [&](std::vector<double>& values) {
    for (double& value : values) {
      value -= mean;
      furthest = std::max(furthest, std::abs(value));
    }
  };
  shift(table.a);
  shift(table.b);
  std::ranges::for_each(table.ab, shift);
  constexpr double rounding = 1e-12;
  return furthest > rounding * std::abs(mean);
}

}  // namespace

std::optional<SobolIndices> sobol_indices(SaltelliTable table) {
  SHANHAI_EXPECT(table.a.size() == table.b.size());
  if (table.a.size() < least_base_rows || !center(table)) {
    return std::nullopt;
  }
  const double below = share_below(table.a.size());
  const std::vector<double> values = indices_of(table, std::vector<double>(table.a.size(), 1));
  const std::vector<std::vector<double>> again = bootstrap(table);
  SobolIndices indices;
  for (std::size_t index = 0; index < values.size(); ++index) {
    const std::vector<stats::Estimate> ends = stats::quantiles(again[index], std::array{below, 1 - below});
    const Index one{values[index], {ends[0].value, ends[1].value}};
    (index < table.ab.size() ? indices.first : indices.total).push_back(one);
  }
  return indices;
}

}  // namespace shanhai::analysis
