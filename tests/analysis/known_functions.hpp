#pragma once

#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

namespace shanhai::analysis {

using Point = std::vector<double>;

/// A function on the unit cube, with the indices that mathematics gives it.
struct Known {
  std::function<double(const Point&)> value;
  std::vector<double> first;
  std::vector<double> total;
};

/// Ishigami and Homma (1990), a = 7, b = 0.1: the third acts through the first only.
inline Known ishigami() {
  constexpr double pi = std::numbers::pi;
  const auto value = [](const Point& u) {
    const auto x = [&](std::size_t i) {
      return (2 * u[i] - 1) * pi;
    };
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
  };
  const double alone = std::pow(1 + 0.1 * std::pow(pi, 4) / 5, 2) / 2;
  const double second = 49.0 / 8;
  const double together = 0.01 * std::pow(pi, 8) * (1.0 / 18 - 1.0 / 50);
  const double all = alone + second + together;
  return {value, {alone / all, second / all, 0}, {(alone + together) / all, second / all, together / all}};
}

/// Sobol's g function; axes matter less and less.
inline Known sobol_g() {
  const std::vector<double> a{0, 1, 4.5, 9, 99, 99};
  Known known{[a](const Point& u) {
                double product = 1;
                for (std::size_t i = 0; i < a.size(); ++i) {
                  product *= (std::abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
                }
                return product;
              },
              {},
              {}};
  double all = 1;
  for (const double one : a) {
    all *= 1 + 1 / (3 * (1 + one) * (1 + one));
  }
  for (const double one : a) {
    const double own = 1 / (3 * (1 + one) * (1 + one));
    known.first.push_back(own / (all - 1));
    known.total.push_back(own * all / (1 + own) / (all - 1));
  }
  return known;
}

}  // namespace shanhai::analysis
