#pragma once

#include <span>
#include <string>

#include "app/fault.hpp"

namespace shanhai::app {

/// The fault of a name that is not known, with the nearest of those that are. `form` has one place for the name.
[[nodiscard]] Fault unknown_name(Words form, const std::string& name, std::span<const std::string> known);

}  // namespace shanhai::app
