#pragma once

#include "run/gather.hpp"
#include "run/means.hpp"

namespace shanhai::run {

/// Paths at the first look.
inline constexpr std::uint64_t first_look = 4096;

/// Half widths of the intervals of a look, in standard errors: of a mean, of a difference between two of `schemes`.
[[nodiscard]] double half_width_of_mean() noexcept;
[[nodiscard]] double half_width_of_difference(std::size_t schemes) noexcept;

/// How two schemes stand, from the difference of their means and what may be called close.
[[nodiscard]] Verdict verdict(const Estimate& difference, double tolerance, double half_width) noexcept;

/// How far a run has come to the precision of its plan.
struct Look {
  Precision found;
  std::uint64_t next =
      0;  ///< paths that the next look should see, at most the plan's; as many as now: no more is needed
};

/// Looks at what was gathered for the `look`-th time, from 1.
/// @pre plan.precision
[[nodiscard]] Look look_at(
    const Scenario& scenario, const Plan& plan, const Gathered& gathered, const Means& means, unsigned look);

/// Writes into an outcome what the last look found: the verdicts, and intervals of differences that hold for all looks.
void judge(Outcome& outcome, const Precision& found);

}  // namespace shanhai::run
