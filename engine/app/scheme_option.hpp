#pragma once

#include <cstddef>

#include "app/options.hpp"
#include "run/scenario.hpp"

namespace shanhai::app {

/// The option that chooses a scheme.
[[nodiscard]] Option scheme_option();

/// The place of the scheme asked for; a scenario's only one need not be named.
[[nodiscard]] OrFault<std::size_t> scheme_asked(const Arguments& arguments, const run::Scenario& scenario);

}  // namespace shanhai::app
