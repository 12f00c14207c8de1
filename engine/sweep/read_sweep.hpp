#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::sweep {

/// A sweep, or every fault of its text.
struct SweepReading {
  std::optional<Sweep> sweep;  ///< absent exactly when there are diagnostics
  std::vector<Diagnostic> diagnostics;
};

/// Reads a sweep. Whether its keys are keys of the base scenario is judged by `fault_of_keys`.
[[nodiscard]] SweepReading read_sweep(std::string_view text);

/// Keys of the axes that the base scenario does not have and that cannot be added to it, with the nearest one it has.
[[nodiscard]] std::vector<Diagnostic> faults_of_keys(const Sweep& sweep, const document::Node& base);

}  // namespace shanhai::sweep
