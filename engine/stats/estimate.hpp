#pragma once

namespace shanhai::stats {

/// A number estimated from paths, and its Monte Carlo standard error in the same unit.
struct Estimate {
  double value = 0;
  double error = 0;  ///< NaN from a single path, which says nothing about spread
};

}  // namespace shanhai::stats
