#include "app/schemes_command.hpp"

#include <ostream>

#include "app/catalogue_json.hpp"
#include "app/catalogue_text.hpp"
#include "app/complain.hpp"
#include "core/diagnostic.hpp"
#include "document/write.hpp"
#include "input/expansion.hpp"
#include "input/scenario.hpp"
#include "memo/version.hpp"

namespace shanhai::app {

namespace {

using document::Node;

/// A node with every scalar as it was written.
memo::Json node_json(const Node& node) {
  if (node.kind == Node::Kind::scalar) {
    return node.text;
  }
  if (node.kind == Node::Kind::list) {
    memo::Json list = memo::Json::array();
    for (const Node& item : node.items) {
      list.push_back(node_json(item));
    }
    return list;
  }
  memo::Json map = memo::Json::object();
  for (const Node::Entry& entry : node.entries) {
    map[entry.key] = node_json(entry.value);
  }
  return map;
}

int tell_schemes(const std::string& text, const run::Scenario& scenario, bool json, const Console& console) {
  const Node schemes = input::expanded_schemes(text, scenario);
  if (json) {
    console.out << memo::written({{"shanhai", memo::version()}, {"schemes", node_json(schemes)}});
  } else {
    constexpr std::size_t indent = 2;
    console.out << "schemes:\n" << document::write(schemes, indent);
  }
  return exit_code::ok;
}

int run_schemes(const Arguments& arguments, const Console& console) {
  const bool json = arguments.has("json");
  if (arguments.operands.empty()) {
    console.out << (json ? memo::written(catalogue_json()) : catalogue_text(console.language));
    return exit_code::ok;
  }
  const auto loaded = load_written(arguments.operands.front());
  if (const std::optional<int> code = complaint(loaded, console)) {
    return *code;
  }
  const auto& written = std::get<WrittenScenario>(loaded);
  return tell_schemes(written.text, written.scenario, json, console);
}

}  // namespace

Command schemes_command() {
  return {"schemes",
          "[scenario.yaml]",
          {"分享方式与条款目录；给出方案文件时，把各方案展开为条款",
           "the catalogue of kinds and clauses; of a scenario, its schemes written as clauses"},
          {{"json", "", {"以 JSON 输出", "print JSON"}}},
          run_schemes};
}

}  // namespace shanhai::app
