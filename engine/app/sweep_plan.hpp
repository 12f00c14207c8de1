#pragma once

#include "app/load_sweep.hpp"
#include "app/plan_options.hpp"
#include "sweep/points.hpp"

namespace shanhai::app {

/// The plan of every run of a sweep: nothing by year and no comparisons.
[[nodiscard]] run::Plan plan_of_runs(std::uint64_t seed, std::uint64_t paths, unsigned threads);

/// The plan that is asked for: as many paths as the options say, else the sweep; by default all cores, but one where
/// several ranks share them.
[[nodiscard]] OrFault<run::Plan> plan_of_sweep(const Arguments& arguments, const SweepFiles& files, int ranks = 1);

/// The points of a sweep that its `where` wants.
[[nodiscard]] OrFault<sweep::Points> points_of(const SweepFiles& files, std::uint64_t seed);

}  // namespace shanhai::app
