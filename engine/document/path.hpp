#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/node.hpp"

namespace shanhai::document {

/// The paths of all nodes at and below one, such as `schemes.equal.shares.wuyi` or `costs[0].amount`; the root's is
/// empty.
[[nodiscard]] std::vector<std::string> paths_of(const Node& root);

/// The node at a path, or null.
[[nodiscard]] Node* find_path(Node& root, std::string_view path);
[[nodiscard]] const Node* find_path(const Node& root, std::string_view path);

/// Puts a value at a path: in place of the node there, or as a new key of a map that is there. Whether it could.
bool put_at_path(Node& root, std::string_view path, const Node& value);

}  // namespace shanhai::document
