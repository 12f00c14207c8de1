#pragma once

#include <string>

#include "memo/page.hpp"

namespace shanhai::memo {

/// The table of figures that came true, each among the simulated ones. Empty when the scenario has none.
[[nodiscard]] std::string realised_table(const Page& page);

}  // namespace shanhai::memo
