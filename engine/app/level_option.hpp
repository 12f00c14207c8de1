#pragma once

#include "app/options.hpp"
#include "levels/levels.hpp"

namespace shanhai::app {

/// The option that chooses an instruction set.
[[nodiscard]] Option level_option();

/// The level asked for, or the fastest here.
[[nodiscard]] OrFault<levels::Level> level_of(const Arguments& arguments);

}  // namespace shanhai::app
