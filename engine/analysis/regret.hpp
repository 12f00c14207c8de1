#pragma once

#include <cstddef>
#include <vector>

#include "core/lanes.hpp"
#include "stats/estimate.hpp"

namespace shanhai::analysis {

/// What an alternative costs him who chose it before he knew the state: in each state the best outcome of all
/// alternatives there less its own. Source: Savage, "The theory of statistical decision", Journal of the American
/// Statistical Association 46 (1951).
struct Regret {
  stats::Estimate mean;         ///< over the states, all alike; its error as if they were drawn at random
  double largest = 0;           ///< what Savage's rule makes as small as can be
  std::size_t worst_state = 0;  ///< the first with the largest regret
  std::size_t times_best = 0;   ///< states in which no alternative has more, ties counted
};

/// The regret of each alternative.
/// @param outcome    shape [state][alternative], larger is better, finite
/// @param tolerance  what is less behind the best, seen against the size of both, is a tie
/// @pre alternatives > 0, and a divisor of the table's size; at least one state
[[nodiscard]] std::vector<Regret> regrets(ConstLanes outcome, std::size_t alternatives, double tolerance = 1e-9);

}  // namespace shanhai::analysis
