#pragma once

#include <vector>

#include "library/fact.hpp"
#include "memo/json.hpp"

namespace shanhai::memo {

/// Facts for machines: `values` are numbers where the unit is one of quantity.
[[nodiscard]] Json fact_json(const std::vector<const library::Fact*>& facts);

}  // namespace shanhai::memo
