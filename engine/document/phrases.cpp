#include "document/phrases.hpp"

#include "core/say.hpp"
#include "document/utf8.hpp"

namespace shanhai::document {

Text expected(Words what, const Text& found) {
  return {fmt::format("应为 {}，实际为 {}", what.zh, found.zh),
          fmt::format("expected {}, found {}", what.en, found.en)};
}

Text quoted(std::string_view part) {
  return say({"'{}'", "'{}'"}, shortened(part));
}

}  // namespace shanhai::document
