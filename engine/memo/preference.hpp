#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "memo/page.hpp"

namespace shanhai::memo {

/// One scheme against another for a party, seen from the first.
struct Edge {
  run::Estimate difference;  ///< of mean NPV
  double low = 0;            ///< its 95% interval
  double high = 0;
  double p_better = 0;
  double p_tie = 0;
  bool below_precision = false;  ///< known to be too small to matter

  /// Whether the interval leaves no doubt that the first is better.
  [[nodiscard]] bool is_clear() const noexcept { return low > 0; }
};

/// Scheme `first` against `second` for a party.
[[nodiscard]] Edge edge_of(const run::Outcome& outcome, std::size_t first, std::size_t second, std::size_t party);

/// The schemes by the mean NPV of a party, the best first; equal ones in their order.
[[nodiscard]] std::vector<std::size_t> ranking(const run::Outcome& outcome, std::size_t party);

/// Which scheme each party has most from, and how sure that is. Empty for a single scheme.
[[nodiscard]] std::string preferences(const Page& page);

}  // namespace shanhai::memo
