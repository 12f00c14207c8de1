#include "stats/paired.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "stats/lane_sums.hpp"

namespace shanhai::stats {

Paired compare(ConstLanes a, ConstLanes b, double tolerance) {
  SHANHAI_EXPECT(a.size() == b.size() && !a.empty() && tolerance >= 0);
  Paired result;
  UnitSums sums(1);
  std::array<double, unit_paths> difference{};
  std::uint64_t better = 0;
  std::uint64_t ties = 0;
  for (std::size_t first = 0; first < a.size(); first += unit_paths) {
    const std::size_t count = std::min(unit_paths, a.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      const double by = a[first + i] - b[first + i];
      difference[i] = by;
      better += by > tolerance ? 1U : 0U;
      ties += std::abs(by) <= tolerance ? 1U : 0U;
    }
    sums.add(0, {first, count}, {difference.data(), count});
    result.difference.merge(sums.finish(0));
  }
  result.better = proportion(better, a.size());
  result.tie = proportion(ties, a.size());
  return result;
}

}  // namespace shanhai::stats
