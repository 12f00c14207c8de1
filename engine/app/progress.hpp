#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>
#include <thread>

#include "core/text.hpp"

namespace shanhai::app {

/// A line such as [##########..........]  48%  about 12 s left
[[nodiscard]] std::string progress_line(double done, std::chrono::duration<double> since, Language language);

/// Draws progress on a terminal while it lives, once the work has lasted a second; erases it at the end.
class Progress {
 public:
  Progress(std::ostream& terminal, const std::atomic<std::uint64_t>& done, std::uint64_t total, Language language);

 private:
  std::jthread drawing_;
};

}  // namespace shanhai::app
