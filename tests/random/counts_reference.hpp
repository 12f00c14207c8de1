#pragma once

#include <cmath>

/// Laws of counts in long double, by the formulas of the textbooks.
namespace shanhai::reference {

inline long double poisson(long double k, long double mean) {
  return mean == 0 ? (k == 0 ? 1 : 0) : std::exp(k * std::log(mean) - mean - std::lgamma(k + 1));
}

inline long double binomial(long double k, long double n, long double p) {
  if (p == 0 || p == 1 || k > n) {
    return k == p * n ? 1 : 0;
  }
  const long double ways = std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
  return std::exp(ways + k * std::log(p) + (n - k) * std::log1p(-p));
}

}  // namespace shanhai::reference
