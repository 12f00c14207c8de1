#pragma once

#include <string>
#include <vector>

#include "library/fact.hpp"

namespace shanhai::memo {

/// Facts for a terminal, one below the other: the id, what it says and its value, where it stands, how it follows from
/// others, what contradicts it, and how far it was verified.
[[nodiscard]] std::string fact_text(const std::vector<const library::Fact*>& facts, Language language);

}  // namespace shanhai::memo
