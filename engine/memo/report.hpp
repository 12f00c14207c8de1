#pragma once

#include <string>

#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

/// A run for people, at a terminal: what was simulated, what each party has under each scheme, what all can accept,
/// what each prefers, and notes.
[[nodiscard]] std::string report(const run::Scenario& scenario, const run::Outcome& outcome, Language language);

}  // namespace shanhai::memo
