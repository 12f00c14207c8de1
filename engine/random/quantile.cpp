#include "random/quantile.hpp"

#include <algorithm>
#include <cmath>

#include "random/math.hpp"
#include "random/normal.hpp"

namespace shanhai::random {

double TriangularQuantile::operator()(double u) const noexcept {
  const double width = law_.high - law_.low;
  const double left = law_.mode - law_.low;
  const double right = law_.high - law_.mode;
  return u * width <= left ? law_.low + std::sqrt(u * width * left) : law_.high - std::sqrt((1 - u) * width * right);
}

double NormalQuantile::operator()(double u) const noexcept {
  constexpr double cut = 6;
  return law_.mean + law_.sd * std::clamp(inverse_normal(u), -cut, cut);
}

LognormalQuantile::LognormalQuantile(const Lognormal& law) {
  const double variance = log1p(law.cv * law.cv);
  median_ = law.mean * exp(-variance / 2);
  s_ = std::sqrt(variance);
}

DiscreteQuantile::DiscreteQuantile(const Discrete& law) {
  double total = 0;
  for (const auto& [value, weight] : law.outcomes) {
    total += weight;
  }
  double sum = 0;
  for (const auto& [value, weight] : law.outcomes) {
    sum += weight;
    values_.push_back(value);
    upto_.push_back(sum / total);
  }
  upto_.pop_back();
}

double DiscreteQuantile::operator()(double u) const noexcept {
  const auto stretch = std::lower_bound(upto_.begin(), upto_.end(), u) - upto_.begin();
  return values_[static_cast<std::size_t>(stretch)];
}

}  // namespace shanhai::random
