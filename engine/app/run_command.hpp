#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `run`: compares the schemes of a scenario.
[[nodiscard]] Command run_command();

}  // namespace shanhai::app
