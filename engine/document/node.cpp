#include "document/node.hpp"

#include <algorithm>

namespace shanhai::document {

const Node* Node::find(std::string_view key) const noexcept {
  const auto entry = std::ranges::find(entries, key, &Entry::key);
  return entry == entries.end() ? nullptr : &entry->value;
}

}  // namespace shanhai::document
