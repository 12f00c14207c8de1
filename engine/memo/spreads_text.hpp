#pragma once

#include <string>
#include <vector>

#include "run/scenario.hpp"
#include "study/sensitivity.hpp"

namespace shanhai::memo {

using Spreads = std::vector<study::SpreadOf>;

/// Told for people: for each scheme and party, which uncertain numbers its NPV spreads by, those that matter most
/// first, and how far its mean lies apart between their low and high ends.
[[nodiscard]] std::string spreads_text(const run::Scenario& scenario, const Spreads& spreads, Language language);

}  // namespace shanhai::memo
