#pragma once

#include <string>
#include <vector>

#include "app/fault.hpp"
#include "store/reader.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::app {

/// The sweep that a store is the result of; a fault where another version wrote it in words that are not known here.
[[nodiscard]] OrFault<sweep::Sweep> sweep_of(const store::Manifest& manifest);

/// A cell as a number; NaN where it is none.
[[nodiscard]] double number_in(const store::Cell& cell);

/// A cell as a person reads it.
[[nodiscard]] std::string text_of(const store::Cell& cell);

/// The names of a sweep's axes as far as they tell them apart: of a path, the last key.
[[nodiscard]] std::vector<std::string> short_names(const store::Manifest& manifest);

}  // namespace shanhai::app
