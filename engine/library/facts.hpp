#pragma once

#include <string_view>
#include <vector>

#include "library/fact.hpp"

namespace shanhai::library {

/// The fact base, in the order of its files.
[[nodiscard]] const std::vector<Fact>& facts();

/// The fact of an id, or null.
[[nodiscard]] const Fact* find_fact(std::string_view id);

/// The facts in whose id, meaning, places, unit, values, period or source every word stands, whatever its case.
[[nodiscard]] std::vector<const Fact*> search_facts(const std::vector<std::string>& words);

}  // namespace shanhai::library
