#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/eventhandler.h>

#include "document/limits.hpp"
#include "document/marks.hpp"
#include "document/tree.hpp"

namespace shanhai::document {

/// Ends a parse from inside the parser; the builder has a diagnostic by then.
struct Enough {};

/// Builds the tree from the parser's events, and notes what the scenario language does not have.
class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string_view text, const Limits& limits) : marks(text), limits_(limits) {}

  void OnDocumentStart(const YAML::Mark& mark) override;

  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark,
                const std::string& tag,
                YAML::anchor_t anchor,
                const std::string& value) override;

  void OnSequenceStart(const YAML::Mark& mark,
                       const std::string& tag,
                       YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    open(Node::Kind::list, mark, tag);
  }

  void OnSequenceEnd() override { add(tree.close()); }

  void OnMapStart(const YAML::Mark& mark,
                  const std::string& tag,
                  YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    open(Node::Kind::map, mark, tag);
  }

  void OnMapEnd() override { add(tree.close()); }

  void OnAnchor(const YAML::Mark& mark, const std::string& name) override;

  /// Notes a fault at the key being read.
  void fault(Place place, Text message, Text help = {});

  Marks marks;
  Tree tree;
  std::vector<Diagnostic> diagnostics;

 private:
  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag);
  void add(Node node);
  void count(Place place);
  void refuse_key(const Node& key, std::optional<std::size_t> line_before);
  void refuse_tag(const YAML::Mark& mark, const std::string& tag);
  void refuse_hidden(Place place, std::string_view value, bool is_key);
  [[noreturn]] void stop(Place place, Text message, Text help = {});
  [[nodiscard]] Place place_without_value(const YAML::Mark& mark);

  const Limits& limits_;
  std::size_t nodes_ = 0;
  bool begun_ = false;
};

}  // namespace shanhai::document
