#pragma once

#include "run/outcome.hpp"
#include "run/tally.hpp"

namespace shanhai::run {

/// All that the threads of a run brought together.
struct Gathered {
  Gathered(const Setup& setup, const Plan& plan);

  [[nodiscard]] std::size_t units() const noexcept { return unit_count; }

  SeriesMap map;
  Kept kept;
  std::size_t unit_count;
  stats::UnitMoments moments;
  YearCounts paybacks;
  YearCounts cap_years;
};

/// Turns what was gathered into estimates, each with its error.
[[nodiscard]] Outcome evaluate(const Scenario& scenario, const Plan& plan, Gathered& gathered, Gathered& twin);

}  // namespace shanhai::run
