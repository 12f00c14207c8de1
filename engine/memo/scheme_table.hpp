#pragma once

#include <string>

#include "memo/page.hpp"

namespace shanhai::memo {

/// The table of each scheme as a whole: whether all parties can accept it, what it yields in all, how even it is.
[[nodiscard]] std::string scheme_table(const Page& page);

}  // namespace shanhai::memo
