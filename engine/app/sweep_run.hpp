#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "app/command.hpp"
#include "app/progress.hpp"
#include "app/shard.hpp"
#include "app/sweep_work.hpp"
#include "levels/levels.hpp"
#include "run/gather.hpp"
#include "store/store.hpp"

namespace shanhai::app {

/// How a sweep ended.
struct SweepEnd {
  std::uint64_t ran = 0;     ///< points simulated now
  std::uint64_t failed = 0;  ///< of them
  bool interrupted = false;
  std::vector<std::uint64_t> by_rank;  ///< points simulated now by each rank, where there are several
};

/// Puts results into the store, and counts the new ones.
class Keeping {
 public:
  Keeping(store::Store& store, const std::vector<sweep::Task>& tasks);

  [[nodiscard]] std::optional<store::Refusal> write(std::span<const store::PointResult> results);

  [[nodiscard]] const run::Watch& watch() const noexcept { return watch_; }

  [[nodiscard]] const SweepEnd& end() const noexcept { return end_; }

 private:
  store::Store* store_;
  run::Watch watch_;  ///< of points
  SweepEnd end_;
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

/// Shows how far a sweep has come, on the terminal that watches it if one does, as long as `progress` lives.
void show_progress(std::optional<Progress>& progress, const Keeping& keeping, const Console& console);

}  // namespace shanhai::app
