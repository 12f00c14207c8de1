#include "core/law.hpp"

#include <algorithm>
#include <limits>

namespace shanhai {
namespace {

struct Mean {
  double operator()(const Uniform& law) const { return law.low + (law.high - law.low) / 2; }

  double operator()(const Triangular& law) const { return (law.low + law.mode + law.high) / 3; }

  double operator()(const Pert& law) const { return (law.low + 4 * law.mode + law.high) / 6; }

  double operator()(const Normal& law) const { return law.mean; }

  double operator()(const Lognormal& law) const { return law.mean; }

  double operator()(const Discrete& law) const {
    double sum = 0;
    double weights = 0;
    for (const auto& [value, weight] : law.outcomes) {
      sum += value * weight;
      weights += weight;
    }
    return sum / weights;
  }
};

struct Support {
  Interval operator()(const Uniform& law) const { return {law.low, law.high}; }

  Interval operator()(const Triangular& law) const { return {law.low, law.high}; }

  Interval operator()(const Pert& law) const { return {law.low, law.high}; }

  Interval operator()(const Normal& law) const { return {law.mean - 6 * law.sd, law.mean + 6 * law.sd}; }

  Interval operator()(const Lognormal& law) const {
    return law.cv > 0 ? Interval{0, std::numeric_limits<double>::infinity()} : Interval{law.mean, law.mean};
  }

  Interval operator()(const Discrete& law) const {
    const auto by_value = [](const auto& a, const auto& b) {
      return a.first < b.first;
    };
    const auto [low, high] = std::minmax_element(law.outcomes.begin(), law.outcomes.end(), by_value);
    return {low->first, high->first};
  }
};

}  // namespace

double mean(const Law& law) {
  return std::visit(Mean{}, law);
}

Interval support(const Law& law) {
  return std::visit(Support{}, law);
}

}  // namespace shanhai
