#pragma once

#include "app/command.hpp"
#include "app/fault.hpp"

namespace shanhai::app {

/// Tells a fault in one line; gives its exit code.
int complain(const Fault& fault, const Console& console);

}  // namespace shanhai::app
