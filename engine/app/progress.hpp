#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <thread>

#include "core/text.hpp"
#include "run/gather.hpp"

namespace shanhai::app {

/// A line such as [##########..........]  48%  about 12 s left
[[nodiscard]] std::string progress_line(double done, std::chrono::duration<double> since, Language language);

/// How much of what is counted is done, and how fast, such as "480 of 1000 points, 14 a second".
[[nodiscard]] std::string counted_line(
    std::uint64_t done, std::uint64_t goal, Words unit, std::chrono::duration<double> since, Language language);

/// Draws the progress of a run on a terminal while it lives, once the work has lasted a second; erases it at the end.
class Progress {
 public:
  /// @param unit  what is counted, where a person counts it
  Progress(std::ostream& terminal, const run::Watch& watch, Language language, std::optional<Words> unit = {});

 private:
  std::jthread drawing_;
};

}  // namespace shanhai::app
