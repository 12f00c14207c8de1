#pragma once

#include "app/options.hpp"
#include "app/sweep_work.hpp"
#include "cluster/hands.hpp"
#include "levels/levels.hpp"

namespace shanhai::app {

/// What the rank that leads computes with: work that is there, and lives longer.
[[nodiscard]] cluster::Duty duty_of_leader(const SweepWork& work, levels::Level level);

/// What the others compute with: work that they are sent (a cluster::Work), on the threads and the level that the
/// options ask for.
[[nodiscard]] cluster::Duty duty_of_worker(const Arguments& arguments);

}  // namespace shanhai::app
