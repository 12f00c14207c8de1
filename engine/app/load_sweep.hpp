#pragma once

#include <string>
#include <variant>

#include "app/fault.hpp"
#include "app/load.hpp"
#include "document/node.hpp"
#include "run/scenario.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::app {

/// What a sweep is written in: its own text and its base scenario's, with the files that they come from.
struct SweepTexts {
  std::string file;
  std::string text;
  std::string base_file;
  std::string base_text;
};

/// A sweep with its base scenario.
struct SweepFiles {
  std::string text;  ///< the sweep's
  sweep::Sweep sweep;
  std::string base_text;
  document::Node base;
  run::Scenario scenario;  ///< the base as it stands
};

/// Judges a sweep's texts.
[[nodiscard]] std::variant<SweepFiles, BadScenario> judge_sweep(SweepTexts texts);

/// Reads and judges a sweep's file and the scenario that it names, seen from the sweep's folder.
[[nodiscard]] std::variant<SweepFiles, BadScenario, Fault> load_sweep(const std::string& file);

}  // namespace shanhai::app
