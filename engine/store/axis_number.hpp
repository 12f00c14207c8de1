#pragma once

#include <optional>
#include <string_view>

namespace shanhai::store {

/// The number that an axis's value is, as a scenario reads it: `6%` is 0.06. Nothing for any other text.
[[nodiscard]] std::optional<double> axis_number(std::string_view text);

}  // namespace shanhai::store
