#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `check`: reads and judges a scenario without running it.
[[nodiscard]] Command check_command();

}  // namespace shanhai::app
