#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "document/node.hpp"
#include "run/scenario.hpp"

namespace shanhai::input {

/// A scenario, or every fault of its text.
struct ScenarioReading {
  std::optional<run::Scenario> scenario;  ///< absent exactly when there are diagnostics
  std::vector<Diagnostic> diagnostics;
};

/// Reads a scenario. Sources may cite the facts of the fact base only (library/facts.hpp).
[[nodiscard]] ScenarioReading read_scenario(std::string_view text);

/// Reads one that is parsed already, or was changed since; diagnostics keep the places of its nodes.
[[nodiscard]] ScenarioReading read_scenario(document::Node root);

}  // namespace shanhai::input
