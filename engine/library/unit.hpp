#pragma once

#include <string>
#include <string_view>

#include "core/text.hpp"
#include "library/fact.hpp"

namespace shanhai::library {

/// A value of the fact base in words: "4,875亿元", "CNY 487.5 billion"; a share as a percentage. What is no number, and
/// a number of an unknown unit, stays as written.
[[nodiscard]] std::string quantity(std::string_view value, std::string_view unit, Language language);

/// All values of a fact, in its order.
[[nodiscard]] std::string quantity(const Fact& fact, Language language);

}  // namespace shanhai::library
