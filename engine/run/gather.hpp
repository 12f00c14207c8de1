#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "run/tally.hpp"
#include "stats/estimate.hpp"

namespace shanhai::run {

/// How the caller follows a run: from another thread, or as it advances.
struct Watch {
  std::atomic<std::uint64_t> done{0};  ///< paths finished
  std::atomic<std::uint64_t> goal{0};  ///< paths that will be, as far as is known by now
  std::atomic<bool> stop{false};       ///< set to end the run early

  /// Called by a thread of the run whenever it has finished paths, with all that are finished by now.
  void (*advanced)(std::uint64_t done) = nullptr;
};

/// All that the threads of a run brought together.
struct Gathered {
  Gathered(const Setup& setup, const Plan& plan);

  std::uint64_t paths = 0;
  SeriesMap map;
  Kept kept;
  stats::UnitMoments moments;
  YearCounts paybacks;
  YearCounts cap_years;
  YearCounts leaves;  ///< paths on which what remains is worth less than nothing
};

/// The mean of a stream's revenue at a level of government: summed, or a known part of the gross.
[[nodiscard]] stats::Estimate mean_revenue(const Scenario& scenario,
                                           const Gathered& gathered,
                                           std::size_t group,
                                           SeriesMap::Level level,
                                           std::size_t stream,
                                           int year);

/// Adds the paths from those there up to `paths`, on the plan's threads.
///
/// @returns the first path of the earliest block that holds a number that is not finite, which makes the rest
/// worthless; so does watch.stop
/// @pre gathered.paths is a multiple of stats::unit_paths
[[nodiscard]] std::optional<std::uint64_t> gather(
    const Setup& setup, const Plan& plan, std::uint64_t paths, Gathered& gathered, Watch& watch);

}  // namespace shanhai::run
