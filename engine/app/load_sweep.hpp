#pragma once

#include <string>
#include <variant>

#include "app/fault.hpp"
#include "app/load.hpp"
#include "document/node.hpp"
#include "run/scenario.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::app {

/// A sweep with its base scenario.
struct SweepFiles {
  std::string text;  ///< the sweep's
  sweep::Sweep sweep;
  std::string base_text;
  document::Node base;
  run::Scenario scenario;  ///< the base as it stands
};

/// Reads and judges a sweep's file and the scenario that it names, seen from the sweep's folder.
[[nodiscard]] std::variant<SweepFiles, BadScenario, Fault> load_sweep(const std::string& file);

}  // namespace shanhai::app
