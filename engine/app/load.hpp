#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/fault.hpp"
#include "core/diagnostic.hpp"
#include "document/node.hpp"
#include "run/scenario.hpp"

namespace shanhai::app {

/// A scenario that cannot be used: its faults, and the text they are in.
struct BadScenario {
  std::string file;
  std::string text;
  std::vector<Diagnostic> diagnostics;
};

/// A scenario with what it was read from.
struct WrittenScenario {
  std::string text;
  document::Node root;  ///< as it is written
  run::Scenario scenario;
};

/// Judges a scenario's text.
/// @param file  where it stands, for messages
[[nodiscard]] std::variant<WrittenScenario, BadScenario> judge_scenario(const std::string& file, std::string text);

/// Reads and judges a scenario's file.
[[nodiscard]] std::variant<WrittenScenario, BadScenario, Fault> load_written(const std::string& file);

using Loaded = std::variant<run::Scenario, BadScenario, Fault>;

/// The same, where the scenario alone is wanted.
[[nodiscard]] Loaded load_scenario(const std::string& file);

}  // namespace shanhai::app
