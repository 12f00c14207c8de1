#include "document/tree.hpp"

#include <utility>

#include <fmt/format.h>

#include "document/utf8.hpp"

namespace shanhai::document {

void Tree::open(Node::Kind kind, Place place) {
  open_.emplace_back();
  open_.back().node.kind = kind;
  open_.back().node.place = place;
}

Node Tree::close() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  return node;
}

void Tree::add(Node node) {
  if (open_.empty()) {
    root = std::move(node);
  } else if (Open& parent = open_.back(); parent.node.kind == Node::Kind::list) {
    parent.node.items.push_back(std::move(node));
  } else {
    parent.entry->value = std::move(node);
    parent.node.entries.push_back(*std::exchange(parent.entry, std::nullopt));
  }
}

std::optional<std::size_t> Tree::begin_entry(const Node& key) {
  open_.back().entry = Node::Entry{key.text, key.place, {}};
  const auto [first, added] = open_.back().lines.emplace(key.text, key.place.line);
  return added ? std::nullopt : std::optional(first->second);
}

bool Tree::expects_key() const {
  return !open_.empty() && open_.back().node.kind == Node::Kind::map && !open_.back().entry;
}

const Node::Entry* Tree::entry() const {
  return !open_.empty() && open_.back().entry ? &*open_.back().entry : nullptr;
}

std::string Tree::path() const {
  std::string result;
  for (const Open& open : open_) {
    if (open.node.kind == Node::Kind::list) {
      result += fmt::format("[{}]", open.node.items.size());
    } else if (open.entry && !open.entry->key.empty()) {
      result += (result.empty() ? "" : ".") + shortened(open.entry->key);
    }
  }
  return result;
}

}  // namespace shanhai::document
