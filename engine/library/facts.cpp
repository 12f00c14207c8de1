#include "library/facts.hpp"

#include <algorithm>
#include <map>

#include "core/contract.hpp"
#include "document/document.hpp"
#include "library/embedded.hpp"

namespace shanhai::library {
namespace {

using document::Node;

/// The value under a key that a file of ours must have.
const Node& must(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  if (found == nullptr) {
    contract_broken(__FILE__, __LINE__, std::string(key).c_str());
  }
  return *found;
}

Text text_under(const Node& node, std::string_view key) {
  const Node& both = must(node, key);
  return {must(both, "zh").text, must(both, "en").text};
}

/// A scalar, or the items of a list.
std::vector<std::string> texts_under(const Node& node, std::string_view key) {
  const Node& value = must(node, key);
  if (value.kind == Node::Kind::scalar) {
    return {value.text};
  }
  std::vector<std::string> texts;
  std::ranges::transform(value.items, std::back_inserter(texts), &Node::text);
  return texts;
}

Verification verification(std::string_view word) {
  return word == "source" ? Verification::source : word == "partial" ? Verification::partial : Verification::unverified;
}

using Sources = std::map<std::string, Source, std::less<>>;

Fact fact(const Node::Entry& entry, const Sources& sources) {
  const Node& node = entry.value;
  const auto source = sources.find(must(node, "source").text);
  Fact out{entry.key,
           text_under(node, "what"),
           texts_under(node, "value"),
           must(node, "unit").text,
           must(node, "period").text,
           texts_under(node, "places"),
           source == sources.end() ? Source{} : source->second,
           verification(must(node, "verified").text),
           node.find("derived") == nullptr ? "" : must(node, "derived").text,
           std::nullopt};
  if (const Node* other = node.find("contradiction")) {
    out.contradiction = {must(*other, "formula").text, must(*other, "gives").text, text_under(*other, "what")};
  }
  return out;
}

std::vector<Fact> read_facts() {
  std::vector<document::Document> files;
  for (const Embedded& file : seeds()) {
    files.push_back(document::parse(file.text));
  }
  Sources sources;
  for (const document::Document& file : files) {
    for (const Node::Entry& entry : must(file.root.value(), "sources").entries) {
      const Node& node = entry.value;
      sources[entry.key] = {must(node, "title").text, must(node, "publisher").text, must(node, "date").text};
    }
  }
  std::vector<Fact> all;
  for (const document::Document& file : files) {
    for (const Node::Entry& entry : must(file.root.value(), "facts").entries) {
      all.push_back(fact(entry, sources));
    }
  }
  return all;
}

/// ASCII letters in lower case; other characters as they are.
std::string folded(std::string text) {
  std::ranges::transform(
      text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

/// All that is searched, with a line's end between the parts, so that no word stands across two.
std::string haystack(const Fact& fact) {
  std::string all = fact.id;
  const auto add = [&all](const std::string& part) {
    all += '\n' + part;
  };
  std::ranges::for_each(fact.values, add);
  std::ranges::for_each(fact.places, add);
  for (const std::string* part : {&fact.what.zh,
                                  &fact.what.en,
                                  &fact.unit,
                                  &fact.period,
                                  &fact.source.title,
                                  &fact.source.publisher,
                                  &fact.source.date}) {
    add(*part);
  }
  return folded(std::move(all));
}

}  // namespace

const std::vector<Fact>& facts() {
  static const std::vector<Fact> all = read_facts();
  return all;
}

const Fact* find_fact(std::string_view id) {
  const auto found = std::ranges::find(facts(), id, &Fact::id);
  return found == facts().end() ? nullptr : &*found;
}

std::vector<const Fact*> search_facts(const std::vector<std::string>& words) {
  std::vector<const Fact*> found;
  for (const Fact& fact : facts()) {
    const std::string all = haystack(fact);
    if (std::ranges::all_of(words,
                            [&](const std::string& word) { return all.find(folded(word)) != std::string::npos; })) {
      found.push_back(&fact);
    }
  }
  return found;
}

}  // namespace shanhai::library
