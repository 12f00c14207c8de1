#pragma once

#include <cstdint>
#include <variant>

#include "run/gather.hpp"
#include "run/outcome.hpp"
#include "run/plan.hpp"
#include "run/scenario.hpp"

namespace shanhai::run {

/// A number on one path became infinite or undefined: the scenario's numbers are too large somewhere.
struct NonFinite {
  std::uint64_t path = 0;
  int year = 0;
  Text quantity;
};

[[nodiscard]] Text in_words(const NonFinite& where);

/// The caller asked to stop before the end.
struct Cancelled {};

using Result = std::variant<Outcome, NonFinite, Cancelled>;

/// Simulates every scheme on the same futures. The same bits for any number of threads and any block.
[[nodiscard]] Result run(const Scenario& scenario, const Plan& plan, Watch& watch);

/// What a run would take, before it starts.
struct Cost {
  double path_years = 0;
  double bytes = 0;    ///< of memory
  double seconds = 0;  ///< rough, on an ordinary machine with the plan's threads
};

[[nodiscard]] Cost cost_of(const Scenario& scenario, const Plan& plan);

}  // namespace shanhai::run
