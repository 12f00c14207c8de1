#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `results`: what a sweep found: listed, filtered, ranked, as CSV.
[[nodiscard]] Command results_command();

}  // namespace shanhai::app
