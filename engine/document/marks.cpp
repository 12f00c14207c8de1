#include "document/marks.hpp"

#include "document/phrases.hpp"

namespace shanhai::document {

std::size_t Marks::offset(const YAML::Mark& mark) const noexcept {
  const bool inside = mark.pos >= 0 && static_cast<std::size_t>(mark.pos) < text_.size();
  return inside ? static_cast<std::size_t>(mark.pos) : text_.find_last_not_of(" \t\r\n") + 1;  // npos + 1 is 0
}

Text Marks::found_at(std::size_t offset) const {
  const std::string_view rest = text_.substr(offset);
  const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
  return line.empty() ? Text{"结尾", "the end"} : quoted(line);
}

}  // namespace shanhai::document
