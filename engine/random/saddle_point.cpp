#include "random/saddle_point.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "random/math.hpp"

namespace shanhai::random {
namespace {

constexpr double two_pi = 2 * std::numbers::pi;

constexpr std::array<double, 16> small_stirling_errors = {0,  // never asked for
                                                          0.081061466795327258220,
                                                          0.041340695955409294094,
                                                          0.027677925684998339149,
                                                          0.020790672103765093112,
                                                          0.016644691189821192163,
                                                          0.013876128823070747999,
                                                          0.011896709945891770095,
                                                          0.010411265261972096497,
                                                          0.009255462182712732918,
                                                          0.008330563433362871256,
                                                          0.007573675487951840795,
                                                          0.006942840107209529866,
                                                          0.006408994188004207068,
                                                          0.005951370112758847736,
                                                          0.005554733551962801371};

}  // namespace

double stirling_error(double n) noexcept {
  if (n < static_cast<double>(small_stirling_errors.size())) {
    return small_stirling_errors[static_cast<std::size_t>(n)];
  }
  const double square = n * n;
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / n;
}

double deviance(double x, double mean) noexcept {
  const double v = (x - mean) / (x + mean);
  if (std::abs(v) > 0.1) {
    return x * log(x / mean) + mean - x;
  }
  // log(x / mean) = 2 artanh(v), as a series in odd powers of v.
  double term = 2 * x * v;
  double sum = (x - mean) * v;
  double before = sum - 1;
  for (int power = 3; sum != before; power += 2) {
    before = sum;
    term *= v * v;
    sum += term / power;
  }
  return sum;
}

double poisson_probability(double k, double mean) noexcept {
  return exp(-stirling_error(k) - deviance(k, mean)) / std::sqrt(two_pi * k);
}

double binomial_probability(double k, double n, double p) noexcept {
  const double correction = stirling_error(n) - stirling_error(k) - stirling_error(n - k);
  const double exponent = correction - deviance(k, n * p) - deviance(n - k, n * (1 - p));
  return exp(exponent) * std::sqrt(n / (two_pi * k * (n - k)));
}

}  // namespace shanhai::random
