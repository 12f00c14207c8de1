#pragma once

#include <string>

#include "memo/page.hpp"

namespace shanhai::memo {

/// What a reader of the tables should know: how far revenue is from the forecast and why, how many numbers are assumed,
/// what an error is, what comes from fewer paths.
[[nodiscard]] std::string notes(const Page& page);

}  // namespace shanhai::memo
