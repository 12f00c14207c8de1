#include "core/excerpt.hpp"

#include <algorithm>
#include <vector>

#include "core/width.hpp"

namespace shanhai {
namespace {

constexpr std::size_t line_width = 100;   // in display columns
constexpr std::size_t width_before = 40;  // kept before the place
constexpr std::size_t most_glyphs = 400;  // looked at on either side of the place, however long the line

struct Glyph {
  char32_t code = 0;
  std::string shown;
};

std::size_t width(const Glyph& glyph) {
  return display_width(glyph.shown);
}

std::string_view line_at(std::string_view text, std::size_t number) {
  if (text.starts_with("\uFEFF")) {
    text.remove_prefix(3);
  }
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  text = text.substr(0, text.find('\n'));
  return text.ends_with('\r') ? text.substr(0, text.size() - 1) : text;
}

// The part of a line around the place: never more than a reader sees, but for marks that take no column.
struct Window {
  std::vector<Glyph> glyphs;
  std::size_t place = 0;  // in `glyphs`
  bool cut_before = false;
  bool cut_after = false;
};

Window window_of(std::string_view line, std::size_t place) {
  Window window;
  std::size_t i = 0;
  for_each_character(line, [&](Character character, std::string_view bytes) {
    window.cut_before = window.cut_before || i + most_glyphs < place;
    window.cut_after = i > place + most_glyphs;
    if (i + most_glyphs >= place && !window.cut_after) {
      window.place += i < place ? 1 : 0;
      window.glyphs.push_back({character.code, bytes == "\t" ? " " : printable(bytes)});
    }
    ++i;
  });
  return window;
}

bool is_quote(char32_t code) {
  return code == U'"' || code == U'\'';
}

bool ends_word(const std::vector<Glyph>& glyphs, std::size_t i) {
  constexpr std::u32string_view enders = U" \t,[]{}";
  const bool before_blank = i + 1 == glyphs.size() || glyphs[i + 1].code == U' ';
  return enders.find(glyphs[i].code) != std::u32string_view::npos || (glyphs[i].code == U':' && before_blank);
}

// The end of the word or the quoted text that begins at `first`, at least one character.
std::size_t end_of_word(const std::vector<Glyph>& glyphs, std::size_t first) {
  std::size_t end = first + 1;
  if (first >= glyphs.size() || ends_word(glyphs, first)) {
    return end;
  }
  if (is_quote(glyphs[first].code)) {
    const auto closing = std::ranges::find(
        glyphs.begin() + static_cast<std::ptrdiff_t>(end), glyphs.end(), glyphs[first].code, &Glyph::code);
    return closing == glyphs.end() ? end : static_cast<std::size_t>(closing - glyphs.begin()) + 1;
  }
  while (end < glyphs.size() && !ends_word(glyphs, end)) {
    ++end;
  }
  return end;
}

// Where the excerpt begins, so that the place is inside it.
std::size_t first_shown(const Window& window) {
  std::size_t total = 0;
  std::ranges::for_each(window.glyphs, [&](const Glyph& glyph) { total += width(glyph); });
  if (total <= line_width && !window.cut_before) {
    return 0;
  }
  std::size_t first = window.place;
  for (std::size_t room = width_before; first > 0 && width(window.glyphs[first - 1]) <= room; --first) {
    room -= width(window.glyphs[first - 1]);
  }
  return first;
}

}  // namespace

Excerpt excerpt(std::string_view text, Place place) {
  const Window window = window_of(line_at(text, place.line), std::max<std::size_t>(place.column, 1) - 1);
  const std::size_t first = first_shown(window);
  const std::size_t end = end_of_word(window.glyphs, window.place);
  Excerpt result;
  std::size_t i = first;
  for (std::size_t used = 0; i < window.glyphs.size(); ++i) {
    const Glyph& glyph = window.glyphs[i];
    used += width(glyph);
    if (used > line_width) {
      break;
    }
    result.line += glyph.shown;
    result.marks.append(i < end ? width(glyph) : 0, i < window.place ? ' ' : '~');
  }
  const std::size_t caret = std::min(result.marks.find('~'), result.marks.size());
  result.marks.replace(caret, 1, "^");
  const bool cut_before = first > 0 || window.cut_before;
  const bool cut_after = i < window.glyphs.size() || window.cut_after;
  return {(cut_before ? "…" : "") + result.line + (cut_after ? "…" : ""), (cut_before ? " " : "") + result.marks};
}

}  // namespace shanhai
