#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// `schemes`: the catalogue of kinds and clauses, or a scenario's schemes written as clauses.
[[nodiscard]] Command schemes_command();

}  // namespace shanhai::app
