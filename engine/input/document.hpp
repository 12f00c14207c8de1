#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/node.hpp"

namespace shanhai::input {

/// What a document may be at most; larger ones are refused before they are parsed.
struct Limits {
  std::size_t bytes = std::size_t{256} * 1024;
  std::size_t depth = 32;
  std::size_t nodes = 100'000;
  std::size_t scalar_bytes = std::size_t{16} * 1024;
};

/// A parsed document, or why it was refused.
struct Document {
  std::optional<Node> root;              ///< absent exactly when there are diagnostics
  std::vector<Diagnostic> diagnostics;
};

/// Parses one YAML 1.2 document, strictly: a map at the root, and no anchors, aliases, tags, merge keys, duplicate or
/// empty keys, keys that are not plain text, empty values, second documents, control or bidirectional characters, or
/// invalid UTF-8. Never throws on any input; time and memory are linear in its size.
[[nodiscard]] Document parse(std::string_view text, const Limits& limits = {});

}  // namespace shanhai::input
