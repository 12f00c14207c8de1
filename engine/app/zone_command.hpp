#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `zone`: what the parties could agree on.
[[nodiscard]] Command zone_command();

}  // namespace shanhai::app
