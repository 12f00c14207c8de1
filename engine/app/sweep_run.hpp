#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "app/command.hpp"
#include "app/load_sweep.hpp"
#include "app/shard.hpp"
#include "levels/levels.hpp"
#include "run/plan.hpp"
#include "store/store.hpp"
#include "sweep/points.hpp"
#include "sweep/task.hpp"

namespace shanhai::app {

/// A sweep ready to run: its points and how they are divided.
struct SweepWork {
  SweepFiles files;
  run::Plan plan;
  sweep::Points points;
  std::vector<sweep::Task> tasks;
  store::Manifest manifest;
};

/// How a sweep ended.
struct SweepEnd {
  std::uint64_t ran = 0;     ///< points simulated now
  std::uint64_t failed = 0;  ///< of them
  bool interrupted = false;
};

/// What is left of a shard's tasks, without the points that the store has.
[[nodiscard]] std::vector<sweep::Task> left_of(const std::vector<sweep::Task>& tasks,
                                               const Shard& shard,
                                               const std::vector<bool>& done);

/// Runs tasks and writes each to the store as soon as it is finished. Ctrl-C ends it between writes.
[[nodiscard]] std::variant<SweepEnd, store::Refusal> run_tasks(const SweepWork& work,
                                                               const std::vector<sweep::Task>& tasks,
                                                               levels::Level level,
                                                               store::Store& store,
                                                               const Console& console);

}  // namespace shanhai::app
