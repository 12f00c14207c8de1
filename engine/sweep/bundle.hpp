#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "run/scenario.hpp"
#include "sweep/points.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::sweep {

/// One run that serves several points: their schemes, each once, on futures that all of them see.
struct Bundle {
  run::Scenario scenario;
  std::vector<std::uint64_t> points;
  std::vector<std::string> hashes;           ///< [point of this bundle] of its scenario
  std::vector<std::vector<std::size_t>> at;  ///< [point of this bundle][scheme of the base] its place in the run
};

/// A point that is no scenario, and why.
struct Failure {
  std::uint64_t point = 0;
  Text reason;
};

struct Bundled {
  std::vector<Bundle> bundles;
  std::vector<Failure> failures;
};

/// Points of one task as runs. A run that is not in full gives the same bits for a point's scheme whatever the other
/// points are. A run of its own, in full, gives them but for rounding where the scheme is of a family (run/family.hpp).
[[nodiscard]] Bundled bundle(const Sweep& sweep,
                             const document::Node& base,
                             const Points& points,
                             const std::vector<std::uint64_t>& of_task);

}  // namespace shanhai::sweep
