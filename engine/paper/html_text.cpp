#include "paper/html_text.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "core/width.hpp"
#include "paper/html_names.hpp"

namespace shanhai::paper {

namespace {

std::string_view entity(char32_t code) {
  switch (code) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    case U'\'':
      return "&#39;";
    default:
      return {};
  }
}

/// Whether a text stands on one line whatever the width of the page.
bool is_short(std::string_view text) {
  constexpr std::size_t widest = 20;
  return display_width(text) <= widest;
}

/// A value with as many decimals as its error has at two digits.
std::string to_the_error(const Bound& figure, Language language) {
  if (!std::isfinite(figure.error) || figure.error <= 0) {
    return say(language, {"{}（无抽样误差）", "{} (no sampling error)"}, figure.value);
  }
  const int decimals = std::clamp(1 - static_cast<int>(std::floor(std::log10(figure.error))), 0, 15);
  return say(language,
             {"{0}（标准误 {1}）", "{0} (standard error {1})"},
             fmt::format("{:.{}f}", figure.value, decimals),
             fmt::format("{:.{}f}", figure.error, decimals));
}

std::string figure_html(const Bound& figure, Language language) {
  return fmt::format(R"(<data{} value="{}" {}="{}" data-error="{}" title="{}">{}</data>)",
                     is_short(figure.shown) ? R"( class="whole")" : "",
                     figure.value,
                     html_names::what,
                     escaped(figure.what),
                     figure.error,
                     escaped(figure.what + (language == Language::zh ? "：" : ": ") + to_the_error(figure, language)),
                     escaped(figure.shown));
}

std::string piece_html(const Piece& piece, Language language) {
  if (const auto* figure = std::get_if<Bound>(&piece)) {
    return figure_html(*figure, language);
  }
  if (const auto* strong = std::get_if<Strong>(&piece)) {
    return fmt::format("<strong>{}</strong>", escaped(strong->text));
  }
  return escaped(std::get<std::string>(piece));
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string result;
  for_each_character(text, [&result](Character character, std::string_view bytes) {
    const char32_t code = character.code;
    if (const std::string_view safe = entity(code); !safe.empty()) {
      result += safe;
    } else if (!character.valid) {
      result += "\uFFFD";
    } else if (code == U'\n' || code == U'\t') {
      result += ' ';
    } else if (!is_hidden(code)) {
      result += bytes;
    }
  });
  return result;
}

std::string heading_html(std::string_view text) {
  constexpr std::string_view open = "“";
  constexpr std::string_view close = "”";
  std::string result;
  while (true) {
    const std::size_t first = text.find(open);
    const std::size_t last = first == std::string_view::npos ? first : text.find(close, first);
    if (last == std::string_view::npos) {
      return result + escaped(text);
    }
    const std::string_view term = text.substr(first, last + close.size() - first);
    result += escaped(text.substr(0, first));
    result += is_short(term) ? fmt::format(R"(<span class="whole">{}</span>)", escaped(term)) : escaped(term);
    text.remove_prefix(last + close.size());
  }
}

std::string line_html(const Line& line, Language language) {
  std::string result;
  for (const Piece& piece : line) {
    result += piece_html(piece, language);
  }
  return result;
}

std::string note_html(std::string_view text) {
  return text.empty() ? "" : fmt::format("<p class=\"note\">{}</p>\n", escaped(text));
}

}  // namespace shanhai::paper
