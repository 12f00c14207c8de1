#pragma once

#include <fmt/format.h>  // text from numbers and names, type-safe; what std::format became, which g++ 12 lacks

#include "core/text.hpp"

namespace shanhai::input {

/// One message in both languages from two patterns and the same arguments; {0}, {1} where their order differs.
template <class... Arguments>
[[nodiscard]] Text say(Words patterns, const Arguments&... arguments) {
  return {fmt::format(fmt::runtime(patterns.zh), arguments...), fmt::format(fmt::runtime(patterns.en), arguments...)};
}

}  // namespace shanhai::input
