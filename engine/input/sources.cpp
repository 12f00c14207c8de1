#include "input/sources.hpp"

#include <algorithm>
#include <set>

#include "core/say.hpp"
#include "document/path.hpp"
#include "input/names.hpp"
#include "library/facts.hpp"

namespace shanhai::input {
namespace {

std::vector<std::string_view> fact_ids() {
  std::vector<std::string_view> ids;
  std::ranges::transform(library::facts(), std::back_inserter(ids), &library::Fact::id);
  return ids;
}

run::SourceNote read_source(Reader& reader, const Node& node) {
  run::SourceNote note;
  if (node.kind == Node::Kind::scalar || node.find("zh") != nullptr || node.find("en") != nullptr) {
    read(reader, node, note.text, range::any);
    return note;
  }
  if (node.entries.empty()) {
    reader.fault(node, {"{fact: 编号} 或文字", "{fact: id} or text"});
    return note;
  }
  reader.expect_known_keys(node, {"fact"});
  const Node* fact = node.find("fact");
  if (fact == nullptr) {
    return note;
  }
  if (fact->kind == Node::Kind::scalar && library::find_fact(fact->text) != nullptr) {
    note.fact = fact->text;
  } else if (fact->kind == Node::Kind::scalar) {
    reader.unknown(fact->place, {"事实库中的编号", "the id of a fact in the fact base"}, fact->text, fact_ids());
  } else {
    reader.fault(*fact, {"事实库中的编号", "the id of a fact in the fact base"});
  }
  return note;
}

// A text may say that the number is assumed; then it is no source.
bool is_assumption(const run::SourceNote& note) {
  return note.text.zh.starts_with("假设") || note.text.en.starts_with("Assum") || note.text.en.starts_with("assum");
}

// How much of a number's path a source's path covers; the longest decides.
std::size_t covered(std::string_view above, std::string_view path) {
  const bool covers = path.starts_with(above) &&
                      (path.size() == above.size() || path[above.size()] == '.' || path[above.size()] == '[');
  return covers ? above.size() : 0;
}

}  // namespace

std::vector<run::SourceNote> read_sources(Reader& reader, const Node& node, const Node& root) {
  std::vector<run::SourceNote> sources;
  if (!reader.expect_map(node)) {
    return sources;
  }
  const std::vector<std::string> known = document::paths_of(root);
  const std::set<std::string_view> paths(known.begin(), known.end());
  for (const Node::Entry& entry : node.entries) {
    const Reader::Scope scope(reader, entry.key);
    if (!paths.contains(entry.key)) {
      reader.unknown(entry.place,
                     {"本文件中一个键的路径", "the path of a key in this file"},
                     entry.key,
                     {paths.begin(), paths.end()});
    }
    sources.push_back(read_source(reader, entry.value));
    sources.back().path = entry.key;
  }
  return sources;
}

std::vector<std::string> without_source(const std::vector<std::string>& numbers,
                                        const std::vector<run::SourceNote>& sources) {
  std::vector<std::string> result;
  for (const std::string& number : numbers) {
    std::size_t nearest = 0;
    bool sourced = false;
    for (const run::SourceNote& note : sources) {
      const std::size_t length = covered(note.path, number);
      sourced = length > nearest ? !is_assumption(note) : sourced;
      nearest = std::max(nearest, length);
    }
    if (!sourced) {
      result.push_back(number);
    }
  }
  return result;
}

}  // namespace shanhai::input
