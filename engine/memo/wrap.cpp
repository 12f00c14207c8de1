#include "memo/wrap.hpp"

#include <algorithm>
#include <vector>

#include "core/width.hpp"

namespace shanhai::memo {

namespace {

bool closes(char32_t code) {
  constexpr std::u32string_view marks = U"，。、；：？！）》”’%‰";
  return marks.find(code) != std::u32string_view::npos;
}

bool opens(char32_t code) {
  constexpr std::u32string_view marks = U"（《“‘";
  return marks.find(code) != std::u32string_view::npos;
}

/// The pieces of a text between which a line may end; blanks stay at the end of a piece.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces(1);
  bool breakable = false;
  bool opened = false;
  for_each_character(text, [&](Character character, std::string_view bytes) {
    const bool wide = display_width(bytes) > 1;
    if ((breakable || wide) && !opened && !closes(character.code) && character.code != U' ' && !pieces.back().empty()) {
      pieces.emplace_back();
    }
    pieces.back() += bytes;
    opened = opens(character.code);
    breakable = character.code == U' ' || (wide && !opened);
  });
  return pieces;
}

std::size_t width_without_blanks(std::string_view piece) {
  return display_width(piece.substr(0, piece.find_last_not_of(' ') + 1));
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string result;
  std::string line;
  for (const std::string& piece : pieces_of(text)) {
    if (!line.empty() && display_width(line) + width_without_blanks(piece) > width) {
      result += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
      line.assign(indent, ' ');
    }
    line += piece;
  }
  return result + line + '\n';
}

std::string clipped(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) {
    return std::string(text);
  }
  std::string result;
  std::size_t used = 1;  // the mark at the end
  bool full = false;
  for_each_character(text, [&](Character /*character*/, std::string_view bytes) {
    used += display_width(bytes);
    full = full || used > width;
    result += full ? std::string_view() : bytes;
  });
  return result + "…";
}

}  // namespace shanhai::memo
