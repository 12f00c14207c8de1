#include "core/diagnostic.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "core/excerpt.hpp"
#include "core/width.hpp"

namespace shanhai {
namespace {

constexpr std::size_t most_shown = 50;

constexpr Words error_word{"错误", "error"};
constexpr Words help_word{"提示", "help"};

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
    const auto [shown, marks] = excerpt(text, diagnostic.place);
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
