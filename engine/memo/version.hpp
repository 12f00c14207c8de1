#pragma once

#include <string_view>

namespace shanhai::memo {

/// The version of the program, as CMake's project has it.
[[nodiscard]] std::string_view version() noexcept;

}  // namespace shanhai::memo
