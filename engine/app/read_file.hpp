#pragma once

#include <cstddef>
#include <string>

#include "app/fault.hpp"

namespace shanhai::app {

/// Larger files are refused before they are read; the reader of a scenario has its own, lower limit.
inline constexpr std::size_t most_file_bytes = std::size_t{64} * 1024 * 1024;

/// The content of a regular file. Folders, pipes and devices are refused without waiting for them.
[[nodiscard]] OrFault<std::string> read_file(const std::string& path);

}  // namespace shanhai::app
