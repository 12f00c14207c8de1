#pragma once

#include "app/load_sweep.hpp"
#include "app/plan_options.hpp"
#include "sweep/points.hpp"

namespace shanhai::app {

/// The plan of every run of a sweep: nothing by year and no comparisons; as many paths as asked for, else as the sweep
/// says.
[[nodiscard]] OrFault<run::Plan> plan_of_sweep(const Arguments& arguments, const SweepFiles& files);

/// The points of a sweep that its `where` wants.
[[nodiscard]] OrFault<sweep::Points> points_of(const SweepFiles& files, std::uint64_t seed);

}  // namespace shanhai::app
