#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `schema`: the JSON Schema of the scenario language, for editors.
[[nodiscard]] Command schema_command();

}  // namespace shanhai::app
