#pragma once

#include <string_view>
#include <vector>

namespace shanhai::input {

/// The files of the fact base (`seeds/`), as they were when the program was built.
[[nodiscard]] std::vector<std::string_view> seeds();

}  // namespace shanhai::input
