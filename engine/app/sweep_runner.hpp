#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/sweep_work.hpp"
#include "levels/levels.hpp"
#include "run/gather.hpp"
#include "store/point_result.hpp"
#include "sweep/bundle.hpp"

namespace shanhai::app {

/// Simulates points of a sweep.
class SweepRunner {
 public:
  /// @param watch  by which it is stopped
  SweepRunner(const SweepWork& work, levels::Level level, run::Watch& watch)
      : work_(&work), level_(level), watch_(&watch) {}

  /// The results of some points, in order of their numbers; none if it was stopped.
  [[nodiscard]] std::optional<std::vector<store::PointResult>> results(const std::vector<std::uint64_t>& points) const;

  /// The program's version and the base scenario's outcome on a few paths, in short: equal on machines that compute the
  /// same bits.
  [[nodiscard]] std::string self_test() const;

 private:
  [[nodiscard]] store::PointResult empty(std::uint64_t point) const;
  void add(const sweep::Bundle& bundle, const run::Result& result, std::vector<store::PointResult>& results) const;

  const SweepWork* work_;
  levels::Level level_;
  run::Watch* watch_;
};

}  // namespace shanhai::app
