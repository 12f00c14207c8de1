#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"

namespace shanhai::document {

/// A value of a document, with its place. Plain data: no aliases, no tags, no duplicate keys.
struct Node {
  enum class Kind : std::uint8_t { scalar, list, map };

  struct Entry;

  Kind kind = Kind::scalar;
  Place place;
  std::string text;            ///< of a scalar, as written (quotes and escapes resolved)
  bool quoted = false;         ///< a quoted or block scalar, which is text whatever it looks like
  std::vector<Node> items;     ///< of a list
  std::vector<Entry> entries;  ///< of a map, in the order written

  /// The value under a key, or null.
  [[nodiscard]] const Node* find(std::string_view key) const noexcept;
};

struct Node::Entry {
  std::string key;
  Place place;
  Node value;
};

}  // namespace shanhai::document
