#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `solve`: where a term reaches a wanted outcome.
[[nodiscard]] Command solve_command();

}  // namespace shanhai::app
