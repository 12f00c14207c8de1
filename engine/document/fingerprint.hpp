#pragma once

#include <string>

#include "document/node.hpp"

namespace shanhai::document {

/// 32 hexadecimal digits that name the content of a node: keys and values in their order, comments and layout left out.
[[nodiscard]] std::string fingerprint(const Node& root);

}  // namespace shanhai::document
