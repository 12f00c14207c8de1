#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `new`: a scenario to start from, after a published agreement.
[[nodiscard]] Command new_command();

}  // namespace shanhai::app
