#pragma once

#include <string_view>

#include "app/fault.hpp"

namespace shanhai::app {

/// What an errno means, for a person.
[[nodiscard]] Text reason_of(int error);

/// The machine's fault: what was tried with which path, and why it failed.
[[nodiscard]] Fault machine_fault(Words tried, std::string_view path, int error);

}  // namespace shanhai::app
