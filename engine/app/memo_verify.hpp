#pragma once

#include "app/command.hpp"

namespace shanhai::app {

/// Reckons a memo's figures again and names those that do not hold; gives the exit code.
int verify_memo(const std::string& file, const Arguments& arguments, const Console& console);

}  // namespace shanhai::app
