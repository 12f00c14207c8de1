#include "document/unclosed_quote.hpp"

#include <algorithm>

#include "document/yaml_parser.hpp"

namespace shanhai::document {
namespace {

// The last place among the last few where such a quote opens a text.
std::optional<std::size_t> last_opening(std::string_view text, char quote) {
  std::size_t at = text.rfind(quote);
  for (int tries = 0; tries < 4 && at != std::string_view::npos; ++tries) {
    const std::string_view before = text.substr(0, at);
    if (!before.ends_with(quote) && !ends_inside_quotes(before) && ends_inside_quotes(text.substr(0, at + 1))) {
      return at;
    }
    at = before.rfind(quote);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> unclosed_quote(std::string_view text) {
  return std::max(last_opening(text, '"'), last_opening(text, '\''));  // none is less than any
}

}  // namespace shanhai::document
