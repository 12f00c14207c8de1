#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace shanhai {

/// One character of a UTF-8 text. A byte that is not UTF-8 is a character of its own: U+FFFD, not valid.
struct Character {
  char32_t code = U'\uFFFD';
  std::size_t bytes = 1;
  bool valid = false;
};

/// The character a text begins with. Overlong forms, surrogates and codes above U+10FFFF are not UTF-8.
/// @pre text is not empty
[[nodiscard]] Character first_character(std::string_view text) noexcept;

/// Calls `visit(character, its bytes)` for each character, in order.
template <class Visit>
void for_each_character(std::string_view text, Visit&& visit) {
  while (!text.empty()) {
    const Character character = first_character(text);
    visit(character, text.substr(0, character.bytes));
    text.remove_prefix(character.bytes);
  }
}

/// Whether a character has no picture and may mislead a reader or a terminal: controls (line feed and tab among them),
/// line separators, marks that change the direction of text, byte order marks, tags and noncharacters.
[[nodiscard]] bool is_hidden(char32_t code) noexcept;

/// Columns a text takes in a terminal: 2 for a wide or full-width character, 0 for a combining one, 1 for the others.
/// @source Unicode Standard Annex #11, East Asian Width
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// Where a text stands in a wider column.
enum class Side : std::uint8_t { left, right };

/// The text with blanks up to a display width; a wider text as it is.
[[nodiscard]] std::string pad(std::string_view text, std::size_t width, Side side);

/// The text with U+FFFD for every hidden character and every byte that is not UTF-8: safe to print on one line.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace shanhai
