#include "app/language.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace shanhai::app {

std::optional<Language> language_named(std::string_view word) noexcept {
  if (word == "zh") {
    return Language::zh;
  }
  if (word == "en") {
    return Language::en;
  }
  return std::nullopt;
}

std::vector<Language> languages_named(std::string_view list) {
  std::vector<Language> languages;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::optional<Language> language = language_named(list.substr(begin, comma - begin));
    if (!language || std::ranges::find(languages, *language) != languages.end()) {
      return {};
    }
    languages.push_back(*language);
    begin = comma + 1;
  }
  return languages;
}

Language language_of_locale(std::string_view locale) noexcept {
  const std::string_view code = locale.substr(0, locale.find_first_of("_.@-"));
  return code == "zh" ? Language::zh : Language::en;
}

Language language_of_environment() noexcept {
  for (const char* name : std::array{"LC_ALL", "LC_MESSAGES", "LANG"}) {
    // Read once at the start, before any thread.
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
    if (value != nullptr && *value != '\0') {
      return language_of_locale(value);
    }
  }
  return Language::en;
}

Language language_asked(std::span<const std::string> words, Language otherwise) noexcept {
  constexpr std::string_view option = "--lang";
  Language language = otherwise;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    std::string_view value;
    if (word == option && i + 1 < words.size()) {
      value = words[i + 1];
    } else if (word.starts_with("--lang=")) {
      value = word.substr(option.size() + 1);
    }
    language = language_named(value.substr(0, value.find(','))).value_or(language);
  }
  return language;
}

}  // namespace shanhai::app
