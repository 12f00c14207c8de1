#pragma once

#include <optional>
#include <string>

#include "core/text.hpp"
#include "memo/future.hpp"

namespace shanhai::memo {

/// A future as tables: year by year what came into the pool, what each clause moved, and what each party's cash flow is
/// made of; then what the flows are worth. With `only`, that year alone.
[[nodiscard]] std::string explained(const Future& future, std::optional<std::size_t> only, Language language);

}  // namespace shanhai::memo
