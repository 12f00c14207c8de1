#pragma once

#include <string_view>

#include "app/fault.hpp"

namespace shanhai::app {

/// The machine's fault: what was tried with which path, and why it failed.
[[nodiscard]] Fault machine_fault(Words tried, std::string_view path, int error);

}  // namespace shanhai::app
