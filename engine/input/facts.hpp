#pragma once

#include <set>
#include <string>

namespace shanhai::input {

/// The ids of the fact base that was built into the program.
[[nodiscard]] const std::set<std::string, std::less<>>& fact_ids();

}  // namespace shanhai::input
