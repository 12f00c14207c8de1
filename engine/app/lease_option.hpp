#pragma once

#include <chrono>

#include "app/options.hpp"

namespace shanhai::app {

/// The option that says for how long a rank may be silent.
[[nodiscard]] Option lease_option();

/// The same, in whole seconds.
[[nodiscard]] OrFault<std::chrono::seconds> lease_of(const Arguments& arguments);

}  // namespace shanhai::app
