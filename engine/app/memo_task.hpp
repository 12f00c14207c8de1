#pragma once

#include <optional>
#include <string>
#include <variant>

#include "app/load_sweep.hpp"
#include "briefing/material.hpp"
#include "paper/paper.hpp"

namespace shanhai::app {

/// All that the figures of a memo follow from.
struct MemoTask {
  WrittenScenario written;
  run::Plan plan;
  briefing::Weights weights = briefing::default_weights;
  std::optional<SweepFiles> sweep;  ///< of terms of the scenario, for a zone of agreement
};

/// The task as a memo carries it.
[[nodiscard]] paper::Proof proof_of(const MemoTask& task);

/// The task that a memo carries. A fault where it is none, or was changed by hand.
[[nodiscard]] std::variant<MemoTask, BadScenario, Fault> task_of(const paper::Proof& proof);

}  // namespace shanhai::app
