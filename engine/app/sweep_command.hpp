#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `sweep`: many scenarios around a base, into a store.
[[nodiscard]] Command sweep_command();

}  // namespace shanhai::app
