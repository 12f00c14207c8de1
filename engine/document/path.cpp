#include "document/path.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace shanhai::document {
namespace {

void collect(const Node& node, const std::string& path, std::vector<std::string>& out) {
  out.push_back(path);
  for (const Node::Entry& entry : node.entries) {
    collect(entry.value, path.empty() ? entry.key : path + '.' + entry.key, out);
  }
  for (std::size_t item = 0; item < node.items.size(); ++item) {
    collect(node.items[item], path + '[' + std::to_string(item) + ']', out);
  }
}

/// The first step of a path, which is cut off: a key, or the place of an item.
struct Step {
  std::string_view key;
  std::optional<std::size_t> item;
};

std::optional<Step> take_step(std::string_view& path) {
  if (path.starts_with('[')) {
    const std::size_t end = path.find(']');
    std::size_t item = 0;
    const char* const last = path.data() + std::min(end, path.size());
    const auto [stopped, error] = std::from_chars(path.data() + 1, last, item);
    if (end == std::string_view::npos || error != std::errc{} || stopped != last) {
      return std::nullopt;
    }
    path.remove_prefix(end + 1);
    return Step{{}, item};
  }
  path.remove_prefix(path.starts_with('.') ? 1 : 0);
  const std::size_t end = std::min(path.find_first_of(".["), path.size());
  const Step step{path.substr(0, end), std::nullopt};
  path.remove_prefix(end);
  return step.key.empty() ? std::nullopt : std::optional(step);
}

template <class MaybeConstNode>
MaybeConstNode* child(MaybeConstNode& node, const Step& step) {
  if (step.item) {
    return *step.item < node.items.size() ? &node.items[*step.item] : nullptr;
  }
  const auto found = std::ranges::find(node.entries, step.key, &Node::Entry::key);
  return found == node.entries.end() ? nullptr : &found->value;
}

template <class MaybeConstNode>
MaybeConstNode* walk(MaybeConstNode& root, std::string_view path) {
  MaybeConstNode* node = &root;
  while (node != nullptr && !path.empty()) {
    const std::optional<Step> step = take_step(path);
    node = step ? child(*node, *step) : nullptr;
  }
  return node;
}

}  // namespace

std::vector<std::string> paths_of(const Node& root) {
  std::vector<std::string> paths;
  collect(root, "", paths);
  return paths;
}

Node* find_path(Node& root, std::string_view path) {
  return walk(root, path);
}

const Node* find_path(const Node& root, std::string_view path) {
  return walk(root, path);
}

bool put_at_path(Node& root, std::string_view path, const Node& value) {
  if (Node* const there = find_path(root, path)) {
    *there = value;
    return true;
  }
  const std::size_t dot = path.rfind('.');
  const std::string_view key = path.substr(dot == std::string_view::npos ? 0 : dot + 1);
  Node* const map = find_path(root, dot == std::string_view::npos ? std::string_view() : path.substr(0, dot));
  if (map == nullptr || map->kind != Node::Kind::map || key.empty() || key.find('[') != std::string_view::npos) {
    return false;
  }
  map->entries.push_back({std::string(key), map->place, value});
  return true;
}

}  // namespace shanhai::document
