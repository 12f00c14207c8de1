#pragma once

#include <string>

#include "app/page.hpp"

namespace shanhai::app {

/// The table of floors and caps: how often a floor is called and not honoured, when a cap binds. Empty when no scheme
/// has any.
[[nodiscard]] std::string terms_table(const Page& page);

}  // namespace shanhai::app
