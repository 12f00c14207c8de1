#pragma once

#include <variant>

#include "core/text.hpp"
#include "levels/levels.hpp"
#include "run/run.hpp"

namespace shanhai::study {

/// A scenario of a study that cannot be simulated, and why.
struct Unusable {
  Text reason;
};

/// What a study comes to; it ends early with the first scenario that cannot be simulated, or when it is told to.
template <class T>
using Tried = std::variant<T, Unusable, run::Cancelled>;

/// What a study runs its scenarios with: all of them with the same seed, so on the same futures.
class Laboratory {
 public:
  /// @param steps  counts the runs that are done, for who waits
  Laboratory(levels::Level level, run::Plan plan, run::Watch& steps) noexcept
      : level_(level), plan_(plan), steps_(&steps) {
    plan_.in_full = false;
  }

  [[nodiscard]] const run::Plan& plan() const noexcept { return plan_; }

  /// Says how many runs there will be from now on, where that is known.
  void expect(std::uint64_t runs) noexcept { steps_->goal = steps_->done + runs; }

  /// Simulates so many futures from now on.
  void take(std::uint64_t paths) noexcept { plan_.paths = paths; }

  /// @param keep_npv  whether the outcome is to have the NPVs of every path
  [[nodiscard]] Tried<run::Outcome> run(const run::Scenario& scenario, bool keep_npv);

  /// With all by year, and comparisons.
  [[nodiscard]] Tried<run::Outcome> run_in_full(const run::Scenario& scenario);

  /// Set from elsewhere to end soon.
  [[nodiscard]] std::atomic<bool>& stop() noexcept { return watch_.stop; }

 private:
  [[nodiscard]] Tried<run::Outcome> try_run(const run::Scenario& scenario, const run::Plan& plan);

  levels::Level level_;
  run::Plan plan_;
  run::Watch watch_;
  run::Watch* steps_;
};

}  // namespace shanhai::study
