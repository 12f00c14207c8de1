#pragma once

#include <cstdint>
#include <vector>

#include "app/fault.hpp"
#include "app/load_sweep.hpp"
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

/// Finds the points and divides them.
[[nodiscard]] OrFault<SweepWork> prepare_sweep(SweepFiles files, const run::Plan& plan);

}  // namespace shanhai::app
