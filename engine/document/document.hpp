#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/limits.hpp"
#include "document/node.hpp"

namespace shanhai::document {

/// A parsed document, or why it was refused.
struct Document {
  std::optional<Node> root;  ///< absent exactly when there are diagnostics
  std::vector<Diagnostic> diagnostics;
};

/// Parses one YAML 1.2 document, strictly: a map at the root, and no anchors, aliases, tags, merge keys, duplicate or
/// empty keys, keys that are not plain text, empty values, second documents, control or bidirectional characters, or
/// invalid UTF-8. Never throws on any input; time and memory are linear in its size.
[[nodiscard]] Document parse(std::string_view text, const Limits& limits = {});

}  // namespace shanhai::document
