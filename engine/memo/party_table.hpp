#pragma once

#include <string>

#include "memo/page.hpp"

namespace shanhai::memo {

/// The table of what each party has under each scheme: net present value, risk, payback and rate of return.
[[nodiscard]] std::string party_table(const Page& page);

}  // namespace shanhai::memo
