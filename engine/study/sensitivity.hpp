#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/influence.hpp"
#include "study/laboratory.hpp"

namespace shanhai::study {

/// What an uncertain number of the scenario does to an NPV.
struct Influence {
  std::string name;     ///< its path in the scenario, or `overrun.` and the cost item that is drawn by its name
  run::Estimate first;  ///< share of the variance that it explains alone
  run::Estimate total;  ///< and with all that it does together with others
  analysis::Ends ends;  ///< the mean NPV where it is low, and high
};

/// Where the spread of a party's NPV under a scheme comes from.
struct SpreadOf {
  std::size_t scheme = 0;
  std::size_t party = 0;
  run::Estimate npv;               ///< its mean
  double sd = 0;                   ///< 0 where nothing is uncertain
  std::vector<Influence> numbers;  ///< in the scenario's order
  run::Estimate fortune;           ///< share that would be left if all of them were known: what the years bring
};

/// Sensitivity of every party's NPV under every scheme to every uncertain number of the scenario: Sobol indices from
/// the plan's paths, with each number in turn drawn anew and all else as it was.
/// @pre a plan of at least 128 paths
[[nodiscard]] Tried<std::vector<SpreadOf>> sensitivity(Laboratory& laboratory, const run::Scenario& scenario);

}  // namespace shanhai::study
