#include "random/pert.hpp"

#include <algorithm>
#include <cmath>

#include "random/math.hpp"

namespace shanhai::random {
namespace {

/// The density of y without its normalising factor, from y in [0, 1] and 1 - y.
struct Density {
  double a_less_1;
  double b_less_1;

  [[nodiscard]] double operator()(double y) const noexcept {
    const double rest = 1 - y;
    if (y <= 0 || rest <= 0) {
      return 0;  // the factor y (1 - y) of dx/dy
    }
    const double x = y * y * (3 - 2 * y);
    const double other = rest * rest * (1 + 2 * y);
    return exp(a_less_1 * log(x) + b_less_1 * log(other)) * y * rest;
  }
};

/// The integral over [from, from + width] by Gauss and Legendre's rule of five points (Abramowitz
/// and Stegun, 25.4.29).
double integral(const Density& density, double from, double width) noexcept {
  constexpr double near = 0.538469310105683091;
  constexpr double far = 0.906179845938663993;
  const auto pair = [&](double node) {
    return density(from + width * (0.5 - node / 2)) + density(from + width * (0.5 + node / 2));
  };
  return width / 2 *
         (0.568888888888888889 * density(from + width / 2) + 0.478628670499366468 * pair(near) +
          0.236926885056189088 * pair(far));
}

/// The cubic on [0, 1] with given values and slopes at its ends.
struct Hermite {
  double left;
  double right;
  double left_slope;
  double right_slope;

  [[nodiscard]] double value(double t) const noexcept {
    const double s = 1 - t;
    return s * s * ((1 + 2 * t) * left + t * left_slope) + t * t * ((1 + 2 * s) * right - s * right_slope);
  }

  [[nodiscard]] double slope(double t) const noexcept {
    const double s = 1 - t;
    return 6 * s * t * (right - left) + s * (s - 2 * t) * left_slope + t * (t - 2 * s) * right_slope;
  }
};

/// The t with value u of a cubic that grows over [0, 1]: Newton's steps, halving where they leave
/// the bracket.
double solve(const Hermite& cubic, double u) noexcept {
  constexpr int enough = 60;
  double low = 0;
  double high = 1;
  double t = 0.5;
  for (int i = 0; i < enough && low < high; ++i) {
    const double miss = cubic.value(t) - u;
    (miss < 0 ? low : high) = t;
    const double newton = t - miss / cubic.slope(t);
    const double next = newton > low && newton < high ? newton : low + (high - low) / 2;
    if (std::abs(next - t) < 1e-14) {
      return next;
    }
    t = next;
  }
  return t;
}

}  // namespace

PertQuantile::PertQuantile(const Pert& law) : low_(law.low), width_(law.high - law.low) {
  constexpr double cell = 1.0 / static_cast<double>(cells);
  const double mode = width_ > 0 ? (law.mode - law.low) / width_ : 0.5;
  const Density density{4 * mode, 4 * (1 - mode)};
  for (std::size_t i = 0; i < cells; ++i) {
    const double from = static_cast<double>(i) * cell;
    slope_[i] = density(from) * cell;
    cumulated_[i + 1] = cumulated_[i] + integral(density, from, cell);
  }
  const double total = cumulated_[cells];
  for (std::size_t i = 0; i <= cells; ++i) {
    cumulated_[i] /= total;
    slope_[i] /= total;
  }
}

double PertQuantile::operator()(double u) const noexcept {
  const auto* const above = std::upper_bound(cumulated_.begin() + 1, cumulated_.end() - 1, u);
  const auto i = static_cast<std::size_t>(above - cumulated_.begin()) - 1;
  const Hermite cubic{cumulated_[i], cumulated_[i + 1], slope_[i], slope_[i + 1]};
  const double y = (static_cast<double>(i) + solve(cubic, u)) / static_cast<double>(cells);
  return low_ + width_ * (y * y * (3 - 2 * y));
}

}  // namespace shanhai::random
