#pragma once

#include <string_view>

#include "document/node.hpp"
#include "run/scenario.hpp"

namespace shanhai::input {

/// The `schemes` of a scenario with every kind expanded to its clauses; what else a scheme gives stays as it is.
/// Distributions in the clauses of a kind then have other names, and draw other values.
/// @pre `text` was read as `scenario`
[[nodiscard]] document::Node expanded_schemes(std::string_view text, const run::Scenario& scenario);

}  // namespace shanhai::input
