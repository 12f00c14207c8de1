#pragma once

#include <string>

#include "document/node.hpp"

namespace shanhai::document {

/// A map or list as YAML in lines indented by `indent` blanks. What is short stands on one line, but each map of a list
/// on its own, and one that is a key with more under it without braces. Parsed again it gives the same node, places
/// apart.
[[nodiscard]] std::string write(const Node& node, std::size_t indent = 0);

/// The same on one line; a scalar as it would stand in a list.
[[nodiscard]] std::string write_flow(const Node& node);

}  // namespace shanhai::document
