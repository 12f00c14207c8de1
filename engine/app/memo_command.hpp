#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `memo`: the policy memo, and the proof that it still holds.
[[nodiscard]] Command memo_command();

}  // namespace shanhai::app
