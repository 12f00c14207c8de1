#pragma once

#include <chrono>
#include <ostream>
#include <string>
#include <thread>

#include "core/text.hpp"
#include "run/gather.hpp"

namespace shanhai::app {

/// A line such as [##########..........]  48%  about 12 s left
[[nodiscard]] std::string progress_line(double done, std::chrono::duration<double> since, Language language);

/// Draws the progress of a run on a terminal while it lives, once the work has lasted a second; erases it at the end.
class Progress {
 public:
  Progress(std::ostream& terminal, const run::Watch& watch, Language language);

 private:
  std::jthread drawing_;
};

}  // namespace shanhai::app
