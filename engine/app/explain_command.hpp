#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `explain`: the arithmetic of one future, clause by clause.
[[nodiscard]] Command explain_command();

}  // namespace shanhai::app
