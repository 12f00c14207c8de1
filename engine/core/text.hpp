#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace shanhai {

enum class Language : std::uint8_t { zh, en };

/// A text in both languages, as a scenario or the program gives it.
struct Text {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const noexcept { return language == Language::zh ? zh : en; }

  bool operator==(const Text&) const = default;
};

/// A text that lives in the program.
struct Words {
  std::string_view zh;
  std::string_view en;

  [[nodiscard]] constexpr std::string_view in(Language language) const noexcept {
    return language == Language::zh ? zh : en;
  }

  [[nodiscard]] Text text() const { return {std::string(zh), std::string(en)}; }
};

}  // namespace shanhai
