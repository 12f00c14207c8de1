#pragma once

#include <optional>
#include <string>

#include "app/command.hpp"
#include "store/reader.hpp"

namespace shanhai::app {

/// Prints what moves an outcome over a sweep, a table a scheme.
/// @param outcome  an SQL expression over the view's columns
/// @param scheme   its id; else all
/// @param where    an SQL condition; not for a Saltelli design, whose points count in whole rows
[[nodiscard]] int tell_sensitivity(const store::Reader& reader,
                                   const std::string& outcome,
                                   const std::optional<std::string>& scheme,
                                   const std::string& where,
                                   const Console& console);

}  // namespace shanhai::app
