#pragma once

#include <string>

#include "memo/page.hpp"

namespace shanhai::memo {

/// The table of floors and caps: how often a floor is called and not honoured, when a cap binds. Empty when no scheme
/// has any.
[[nodiscard]] std::string terms_table(const Page& page);

}  // namespace shanhai::memo
