#pragma once

#include <optional>
#include <string>

#include "app/future.hpp"
#include "core/text.hpp"

namespace shanhai::app {

/// A future as tables: year by year what came into the pool, what each clause moved, and what each party's cash flow is
/// made of; then what the flows are worth. With `only`, that year alone.
[[nodiscard]] std::string explained(const Future& future, std::optional<std::size_t> only, Language language);

}  // namespace shanhai::app
