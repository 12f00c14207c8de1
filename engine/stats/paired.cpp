#include "stats/paired.hpp"

#include <cmath>

namespace shanhai::stats {

Compared compare(ConstLanes a, ConstLanes b, double tolerance, Lanes difference) noexcept {
  SHANHAI_EXPECT(a.size() == b.size() && a.size() == difference.size() && tolerance >= 0);
  std::uint64_t better = 0;
  std::uint64_t ties = 0;
  each_lane(a.size(), [&](std::size_t i) {
    const double by = a[i] - b[i];
    difference[i] = by;
    better += by > tolerance ? 1U : 0U;
    ties += std::abs(by) <= tolerance ? 1U : 0U;
  });
  return {better, ties};
}

}  // namespace shanhai::stats
