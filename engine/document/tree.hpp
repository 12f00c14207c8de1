#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/node.hpp"

namespace shanhai::document {

/// A tree as it grows: the lists and maps that are not closed yet, one in the other.
class Tree {
 public:
  void open(Node::Kind kind, Place place);

  /// Takes out the innermost list or map.
  /// @pre depth() > 0
  [[nodiscard]] Node close();

  /// Adds what is no key: the root, an item of the innermost list, or the value of the entry begun in the innermost
  /// map.
  void add(Node node);

  /// Begins an entry of the innermost map; the line of the same key before it, if it has one.
  /// @pre expects_key()
  std::optional<std::size_t> begin_entry(const Node& key);

  /// Whether the innermost is a map with no entry begun.
  [[nodiscard]] bool expects_key() const;

  /// The entry begun in the innermost map, or null.
  [[nodiscard]] const Node::Entry* entry() const;

  /// The innermost list or map, or null.
  [[nodiscard]] const Node* innermost() const { return open_.empty() ? nullptr : &open_.back().node; }

  [[nodiscard]] std::size_t depth() const { return open_.size(); }

  /// The path of the value to come.
  [[nodiscard]] std::string path() const;

  std::optional<Node> root;

 private:
  struct Open {
    Node node;
    std::optional<Node::Entry> entry;
    std::map<std::string, std::size_t> lines;  // of the keys so far
  };

  std::vector<Open> open_;
};

}  // namespace shanhai::document
