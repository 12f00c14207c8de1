#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `sensitivity`: where the spread of an outcome comes from.
[[nodiscard]] Command sensitivity_command();

}  // namespace shanhai::app
