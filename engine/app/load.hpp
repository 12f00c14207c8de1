#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/fault.hpp"
#include "core/diagnostic.hpp"
#include "run/scenario.hpp"

namespace shanhai::app {

/// A scenario that cannot be used: its faults, and the text they are in.
struct BadScenario {
  std::string file;
  std::string text;
  std::vector<Diagnostic> diagnostics;
};

using Loaded = std::variant<run::Scenario, BadScenario, Fault>;

/// Reads and judges a scenario's file.
[[nodiscard]] Loaded load_scenario(const std::string& file);

}  // namespace shanhai::app
