#pragma once

#include <string>

#include "app/command.hpp"
#include "store/reader.hpp"

namespace shanhai::app {

/// Prints what each scheme is regretted for over the points of a store.
/// @param outcome  an SQL expression over the view's columns, larger is better
/// @param where    an SQL condition; points of which some scheme does not satisfy it are left out
[[nodiscard]] int tell_regret(const store::Reader& reader,
                              const std::string& outcome,
                              const std::string& where,
                              const Console& console);

}  // namespace shanhai::app
