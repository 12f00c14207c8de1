#include "input/node.hpp"

#include <algorithm>

namespace shanhai::input {

const Node* Node::find(std::string_view key) const noexcept {
  const auto entry = std::ranges::find(entries, key, &Entry::key);
  return entry == entries.end() ? nullptr : &entry->value;
}

}  // namespace shanhai::input
