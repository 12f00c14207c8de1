#include "document/document.hpp"

#include <utility>

#include <yaml-cpp/exceptions.h>

#include "core/contract.hpp"
#include "document/builder.hpp"
#include "document/complaints.hpp"
#include "document/phrases.hpp"
#include "document/screen.hpp"
#include "document/utf8.hpp"
#include "document/yaml_parser.hpp"

namespace shanhai::document {
namespace {

void expect_map(Builder& builder) {
  constexpr Words keys{"'key: value' 形式的键和值", "keys and values, as 'key: value'"};
  const std::optional<Node>& root = builder.tree.root;
  if (root && root->kind == Node::Kind::list) {
    builder.fault(root->place, expected(keys, {"列表", "a list"}));
  } else if (root && root->kind == Node::Kind::scalar) {
    builder.fault(root->place, expected(keys, {"文字", "a text"}));
  } else if (!root && builder.diagnostics.empty()) {
    builder.fault({}, expected(keys, {"空文件", "an empty file"}));
  }
}

void read(std::string_view text, Builder& builder) {
  try {
    send_events(text, builder);
    expect_map(builder);
  } catch (const YAML::Exception& exception) {
    explain(exception, text, builder);
  }
}

}  // namespace

Document parse(std::string_view text, const Limits& limits) {
  if (std::vector<Diagnostic> found = screen(text, limits); !found.empty()) {
    return {std::nullopt, std::move(found)};
  }
  text = without_mark(text);
  Builder builder(text, limits);
  try {
    read(text, builder);
  } catch (const Enough&) {
    SHANHAI_EXPECT(!builder.diagnostics.empty());
  }
  if (!builder.diagnostics.empty()) {
    return {std::nullopt, std::move(builder.diagnostics)};
  }
  return {std::move(builder.tree.root), {}};
}

}  // namespace shanhai::document
