#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `merge`: the stores of the shards of a sweep as one.
[[nodiscard]] Command merge_command();

}  // namespace shanhai::app
