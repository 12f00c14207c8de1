#include "core/diagnostic.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "core/width.hpp"

namespace shanhai {
namespace {

constexpr std::size_t most_shown = 50;
constexpr std::size_t line_width = 100;   // of an excerpt, in display columns
constexpr std::size_t width_before = 40;  // what a clipped excerpt keeps before the place
constexpr std::size_t most_glyphs = 400;  // looked at on either side of the place, however long the line

constexpr Words error_word{"错误", "error"};
constexpr Words help_word{"提示", "help"};

struct Glyph {
  char32_t code = 0;
  std::string shown;
};

// A line and what is underlined below it.
struct Excerpt {
  std::string line;
  std::string marks;
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

Excerpt excerpt(std::string_view line, std::size_t column) {
  const Window window = window_of(line, std::max<std::size_t>(column, 1) - 1);
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

std::string render_one(const Diagnostic& diagnostic,
                       const std::string& file,
                       std::string_view text,
                       Language language) {
  const auto [line, column] = diagnostic.place;
  std::string result = printable(file);
  std::string margin(4, ' ');
  if (line > 0) {
    result += fmt::format(":{}:{}", line, column);
  }
  result += fmt::format(": {}: ", error_word.in(language));
  if (!diagnostic.path.empty()) {
    result += printable(diagnostic.path) + ": ";
  }
  result += printable(diagnostic.message.in(language)) + '\n';
  if (line > 0) {
    const auto [shown, marks] = excerpt(line_at(text, line), column);
    const std::string number = std::to_string(line);
    margin.assign(number.size() + 3, ' ');
    result += fmt::format("  {} | {}\n{}| {}\n", number, shown, margin, marks);
  }
  if (const std::string& help = diagnostic.help.in(language); !help.empty()) {
    result += fmt::format("{}= {}: {}\n", margin, help_word.in(language), printable(help));
  }
  return result;
}

std::string closing_line(std::size_t count, Language language) {
  if (language == Language::zh) {
    return fmt::format("共 {} 处错误，未作任何测算。\n", count);
  }
  return fmt::format("{} {}; nothing was run.\n", count, count == 1 ? "error" : "errors");
}

}  // namespace

std::string render(const std::vector<Diagnostic>& diagnostics,
                   const std::string& file,
                   const std::string& text,
                   Language language) {
  std::vector<Diagnostic> sorted = diagnostics;
  std::ranges::stable_sort(
      sorted, {}, [](const Diagnostic& one) { return std::tuple(one.place.line, one.place.column); });
  const std::size_t shown = std::min(sorted.size(), most_shown);
  std::string result;
  for (std::size_t i = 0; i < shown; ++i) {
    result += render_one(sorted[i], file, text, language);
  }
  if (const std::size_t rest = sorted.size() - shown; rest > 0) {
    result += language == Language::zh ? fmt::format("…… 另有 {} 处\n", rest) : fmt::format("… and {} more\n", rest);
  }
  return result + closing_line(sorted.size(), language);
}

}  // namespace shanhai
