#pragma once

#include <string>
#include <vector>

#include "document/node.hpp"
#include "study/laboratory.hpp"

namespace shanhai::study {

/// The scenario with one assumption changed: every number at and below its path a part lower, or higher.
struct Shift {
  std::string path;
  double factor = 1;
  std::vector<run::SchemeOutcome> schemes;
  std::vector<run::Estimate> npv_difference;  ///< [scheme * parties + party] of the means, on the same futures
};

/// Shifts every assumption of a scenario down and up, one at a time, on the same futures. Left out are years and
/// counts, what leaves the scenario no scenario (shares that no longer add up to 1, say), and what changes nothing.
/// @param part  such as 0.1, for factors 0.9 and 1.1
[[nodiscard]] Tried<std::vector<Shift>> shift_assumptions(Laboratory& laboratory,
                                                          const document::Node& base,
                                                          const run::Scenario& scenario,
                                                          double part);

}  // namespace shanhai::study
