#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "run/outcome.hpp"

namespace shanhai::store {

/// What one point of a sweep came to.
struct PointResult {
  std::uint64_t point = 0;                  ///< its number, from 0
  std::vector<std::string> values;          ///< [axis], as they would be written in the scenario
  std::string hash;                         ///< of the scenario at the point; empty where it failed to be one
  std::string failure;                      ///< why there is no outcome; empty where there is
  std::vector<run::SchemeOutcome> schemes;  ///< none where it failed; bands by year and rates of return are not kept
};

}  // namespace shanhai::store
