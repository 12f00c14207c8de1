#include "document/fingerprint.hpp"

#define XXH_INLINE_ALL
#include <algorithm>

#include <fmt/format.h>
#include <xxhash.h>  // a short, well-tested content hash; it identifies a content, it protects nothing

namespace shanhai::document {
namespace {

// The content in one spelling, layout and comments left out.
void canonical(const Node& node, std::string& out) {
  switch (node.kind) {
    case Node::Kind::scalar:
      out.append(node.quoted ? "'" : "").append(node.text).push_back('\n');
      return;
    case Node::Kind::list:
      out.append("[\n");
      std::ranges::for_each(node.items, [&](const Node& item) { canonical(item, out); });
      out.append("]\n");
      return;
    case Node::Kind::map:
      out.append("{\n");
      for (const Node::Entry& entry : node.entries) {
        out.append(entry.key).push_back('\n');
        canonical(entry.value, out);
      }
      out.append("}\n");
  }
}

}  // namespace

std::string fingerprint(const Node& root) {
  std::string content;
  canonical(root, content);
  const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace shanhai::document
