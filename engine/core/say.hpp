#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>  // text from numbers and names, type-safe; what std::format became, which g++ 12 lacks

#include "core/text.hpp"

namespace shanhai {

[[nodiscard]] inline const std::string& spoken(const Text& text, Language language) noexcept {
  return text.in(language);
}

[[nodiscard]] inline std::string_view spoken(Words words, Language language) noexcept {
  return words.in(language);
}

template <class T>
[[nodiscard]] const T& spoken(const T& value, Language /*language*/) noexcept {
  return value;
}

/// A form with places `{}`, or {0}, {1} where their order differs, filled in one language; texts among the values are
/// taken in that language.
template <class... Values>
[[nodiscard]] std::string say(Language language, Words form, const Values&... values) {
  return fmt::format(fmt::runtime(form.in(language)), spoken(values, language)...);
}

/// The same in both languages.
template <class... Values>
[[nodiscard]] Text say(Words form, const Values&... values) {
  return {say(Language::zh, form, values...), say(Language::en, form, values...)};
}

/// A text as it stands after Chinese: behind a blank, unless it begins in Chinese itself.
[[nodiscard]] inline std::string after_chinese(const std::string& text) {
  const bool latin = !text.empty() && static_cast<unsigned char>(text.front()) < 0x80;
  return latin ? ' ' + text : text;
}

}  // namespace shanhai
