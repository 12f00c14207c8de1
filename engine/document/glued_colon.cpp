#include "document/glued_colon.hpp"

#include <algorithm>

namespace shanhai::document {
namespace {

constexpr std::string_view full_width = "：";

bool parts(std::string_view text, std::size_t colon) {
  return colon + 1 == text.size() || text[colon + 1] == ' ' || text[colon + 1] == '\t' || text[colon + 1] == '\r';
}

}  // namespace

std::optional<std::size_t> glued_colon(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && parts(text, colon)) {
    return std::nullopt;
  }
  const std::size_t first = std::min(colon, text.find(full_width));
  return first == std::string_view::npos ? std::nullopt : std::optional(first);
}

std::optional<std::size_t> glued_colon_above(std::string_view text, std::size_t offset) {
  std::size_t end = text.rfind('\n', offset == 0 ? 0 : offset - 1);
  while (end != std::string_view::npos) {
    const std::size_t before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t content = line.find_first_not_of(" \t\r");
    if (content != std::string_view::npos && line[content] != '#') {
      const std::optional<std::size_t> colon = glued_colon(line);
      return colon ? std::optional(begin + *colon) : std::nullopt;
    }
    end = before;
  }
  return std::nullopt;
}

}  // namespace shanhai::document
