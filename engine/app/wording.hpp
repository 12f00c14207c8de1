#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "core/text.hpp"

namespace shanhai::app {

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

/// A form with places `{}` filled in one language; texts among the values are taken in that language.
template <class... Values>
[[nodiscard]] std::string say(Language language, Words form, const Values&... values) {
  return fmt::format(fmt::runtime(form.in(language)), spoken(values, language)...);
}

/// The same in both languages.
template <class... Values>
[[nodiscard]] Text say_both(Words form, const Values&... values) {
  return {say(Language::zh, form, values...), say(Language::en, form, values...)};
}

}  // namespace shanhai::app
