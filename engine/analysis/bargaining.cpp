#include "analysis/bargaining.hpp"

#include <algorithm>
#include <limits>

namespace shanhai::analysis {
namespace {

bool nobody_loses(const std::vector<double>& gain) {
  return std::ranges::all_of(gain, [](double one) { return one >= 0; });
}

/// The first of the points at which nobody loses for which a merit is largest.
template <class Merit>
std::optional<std::size_t> best(const Gains& gains, const Merit& merit) {
  std::optional<std::size_t> found;
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t point = 0; point < gains.size(); ++point) {
    if (nobody_loses(gains[point])) {
      const double value = merit(gains[point]);
      if (value > most) {
        most = value;
        found = point;
      }
    }
  }
  return found;
}

std::vector<double> ideal_of(const Gains& gains) {
  std::vector<double> ideal;
  for (const std::vector<double>& gain : gains) {
    if (nobody_loses(gain)) {
      ideal.resize(gain.size());
      std::ranges::transform(gain, ideal, ideal.begin(), [](double one, double most) { return std::max(one, most); });
    }
  }
  return ideal;
}

}  // namespace

std::optional<std::size_t> nash_point(const Gains& gains) {
  return best(gains, [](const std::vector<double>& gain) {
    double product = 1;
    for (const double one : gain) {
      product *= one;
    }
    return product;
  });
}

std::optional<std::size_t> kalai_smorodinsky_point(const Gains& gains) {
  const std::vector<double> ideal = ideal_of(gains);
  return best(gains, [&](const std::vector<double>& gain) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t party = 0; party < gain.size(); ++party) {
      // A party that gains nowhere cannot be brought nearer.
      least = ideal[party] > 0 ? std::min(least, gain[party] / ideal[party]) : least;
    }
    return least;
  });
}

}  // namespace shanhai::analysis
