#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"

namespace shanhai::app {

/// The language of `--lang`, or nothing for another word.
[[nodiscard]] std::optional<Language> language_named(std::string_view word) noexcept;

/// The languages of a list such as `zh,en`, in its order; none where a word in it is no language.
[[nodiscard]] std::vector<Language> languages_named(std::string_view list);

/// The language of a locale such as zh_CN.UTF-8: Chinese for zh, otherwise English.
[[nodiscard]] Language language_of_locale(std::string_view locale) noexcept;

/// The language of the environment: the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty.
[[nodiscard]] Language language_of_environment() noexcept;

/// The language the words of a command line ask for, found before they are parsed so that faults in them are told in
/// it.
[[nodiscard]] Language language_asked(std::span<const std::string> words, Language otherwise) noexcept;

}  // namespace shanhai::app
