#pragma once

#include <fmt/format.h>  // text from numbers and names, type-safe; what std::format became, which g++ 12 lacks

#include "core/text.hpp"

namespace shanhai::input {

/// One message in both languages from two patterns and the same arguments; {0}, {1} where their order differs.
template <class... Arguments>
[[nodiscard]] Text say(Words patterns, const Arguments&... arguments) {
  return {fmt::format(fmt::runtime(patterns.zh), arguments...), fmt::format(fmt::runtime(patterns.en), arguments...)};
}

/// A text as it stands after Chinese: behind a blank, unless it begins in Chinese itself.
[[nodiscard]] inline std::string after_chinese(const std::string& text) {
  const bool latin = !text.empty() && static_cast<unsigned char>(text.front()) < 0x80;
  return latin ? ' ' + text : text;
}

}  // namespace shanhai::input
