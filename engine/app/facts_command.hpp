#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `facts`: the fact base, or what of it answers a search.
[[nodiscard]] Command facts_command();

}  // namespace shanhai::app
