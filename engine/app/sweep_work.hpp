#pragma once

#include <cstdint>
#include <vector>

#include "app/fault.hpp"
#include "app/load_sweep.hpp"
#include "app/options.hpp"
#include "run/plan.hpp"
#include "store/manifest.hpp"
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

/// How many schemes a task has at most, if no point has more.
inline constexpr std::size_t most_schemes_of_task = 256;

/// The plan of every run: no bands and comparisons, which the store does not keep.
[[nodiscard]] run::Plan plan_of_runs(std::uint64_t seed, std::uint64_t paths, unsigned threads);

/// The plan that the options and the sweep ask for: by default on all cores, or on one where several ranks share them.
[[nodiscard]] OrFault<run::Plan> plan_of_sweep(const Arguments& arguments, const SweepFiles& files, int ranks);

/// Finds the points and divides them.
[[nodiscard]] OrFault<SweepWork> prepare_sweep(SweepFiles files, const run::Plan& plan);

}  // namespace shanhai::app
