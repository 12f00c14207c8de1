#include "input/contract.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "input/described.hpp"
#include "input/judge.hpp"
#include "input/names.hpp"
#include "input/numbers.hpp"
#include "scheme/each_clause.hpp"
#include "scheme/kind.hpp"

namespace shanhai::input {
namespace {

using scheme::Clause;
using scheme::Kind;

std::vector<std::string_view> clause_keys() {
  std::vector<std::string_view> keys;
  scheme::for_each_clause([&]<class Rule>() { keys.push_back(Rule::key); });
  return keys;
}

Node scalar(Place place, std::string text) {
  return {Node::Kind::scalar, place, std::move(text), false, {}, {}};
}

Node map_of(const Node::Entry& entry) {
  return {Node::Kind::map, entry.place, "", false, {}, {entry}};
}

/// The split that a kind ends with, from the key written beside it.
ClauseNode split_of(Reader& reader, const Kind& kind, const Node& scheme) {
  const auto written = std::ranges::find(scheme.entries, kind.split_by, &Node::Entry::key);
  if (written != scheme.entries.end()) {
    return {"split", "", map_of(*written), written->place};
  }
  const Node all = scalar(scheme.place, "1");
  const Node host = map_of({reader.parties[reader.first_host], scheme.place, all});
  return {"split", "", map_of({std::string(kind.split_by), scheme.place, host}), scheme.place};
}

/// Reports what a kind cannot do without; `meant` are the keys that others were probably meant to be.
void expect_parts(Reader& reader, const Kind& kind, const Node& scheme, const std::vector<std::string_view>& meant) {
  for (const std::string_view key : {kind.clause, kind.split_required ? kind.split_by : std::string_view()}) {
    if (!key.empty() && scheme.find(key) == nullptr && std::ranges::find(meant, key) == meant.end()) {
      reader.missing(scheme.place, say({"键 {}（{} 必需）", "the key {}, which {} needs"}, key, kind.key));
    }
  }
}

/// One clause beside a kind, or a list of them.
void add_given(Reader& reader, const Node::Entry& given, std::vector<ClauseNode>& clauses) {
  if (given.value.kind != Node::Kind::list) {
    clauses.push_back({given.key, given.key, given.value, given.place});
    return;
  }
  const Reader::Scope scope(reader, given.key);
  if (!reader.expect_list(given.value, 1, most_named)) {
    return;
  }
  for (std::size_t item = 0; item < given.value.items.size(); ++item) {
    const Node& node = given.value.items[item];
    clauses.push_back({given.key, fmt::format("{}[{}]", given.key, item), node, node.place});
  }
}

std::vector<ClauseNode> expand(Reader& reader, const Kind& kind, const Node& scheme) {
  std::vector<ClauseNode> clauses;
  for (const std::string_view key : clause_keys()) {
    const auto given = std::ranges::find(scheme.entries, key, &Node::Entry::key);
    if (given != scheme.entries.end()) {
      add_given(reader, *given, clauses);
    }
    if (key == scheme::Split::key && (!kind.split_required || scheme.find(kind.split_by) != nullptr)) {
      clauses.push_back(split_of(reader, kind, scheme));
    }
  }
  return clauses;
}

std::vector<ClauseNode> written(Reader& reader, const Node& list) {
  const Reader::Scope scope(reader, "clauses");
  const std::vector<std::string_view> known = clause_keys();
  std::vector<ClauseNode> clauses;
  if (!reader.expect_list(list, 1, most_named)) {
    return clauses;
  }
  for (std::size_t item = 0; item < list.items.size(); ++item) {
    const Node& node = list.items[item];
    const Reader::Scope in_item(reader, item);
    if (node.kind != Node::Kind::map || node.entries.size() != 1) {
      reader.fault(node, {"一个条款，如 split: {...}", "one clause, such as split: {...}"});
      continue;
    }
    const Node::Entry& entry = node.entries.front();
    if (std::ranges::find(known, entry.key) == known.end()) {
      reader.unknown(entry.place, {"一个条款", "a clause"}, entry.key, known);
    } else {
      clauses.push_back({entry.key, fmt::format("clauses[{}].{}", item, entry.key), entry.value, entry.place});
    }
  }
  return clauses;
}

const Kind* find_kind(Reader& reader, const Node& node) {
  const Reader::Scope scope(reader, "kind");
  std::vector<std::string> keys;
  std::ranges::transform(
      scheme::kinds, std::back_inserter(keys), [](const Kind& kind) { return std::string(kind.key); });
  const auto place = reader.name(node, keys, {"一种分享方式", "a kind of sharing"});
  return place ? &scheme::kinds[*place] : nullptr;
}

/// The keys of a scheme of this kind, of one with clauses only, or of any when that cannot be told.
std::vector<std::string_view> scheme_keys(const Node& scheme, const Kind* kind) {
  std::vector<std::string_view> known{"name", "clock", "costs", "transfers", "clauses", "kind"};
  if (scheme.find("clauses") == nullptr || scheme.find("kind") != nullptr) {
    const auto keys = clause_keys();
    known.insert(known.end(), keys.begin(), keys.end());
    for (const Kind& one : scheme::kinds) {
      if (kind == nullptr || kind == &one) {
        known.push_back(one.split_by);
      }
    }
  }
  return known;
}

Clause read_clause(Reader& reader, const ClauseNode& node) {
  Clause result;
  scheme::for_each_clause([&]<class Rule>() {
    if (node.key == Rule::key) {
      Rule rule;
      read(reader, node.value, rule, range::any);
      result = std::move(rule);
    }
  });
  return result;
}

void read_clauses(Reader& reader, const Node& node, scheme::Scheme& out) {
  const std::size_t before = reader.diagnostics.size();
  const std::vector<ClauseNode> nodes = clauses_of(reader, node);
  const bool complete = reader.diagnostics.size() == before;
  for (const ClauseNode& clause : nodes) {
    const std::size_t faults = reader.diagnostics.size();
    if (clause.path.empty()) {
      out.clauses.push_back(read_clause(reader, clause));
      continue;
    }
    const Reader::Scope scope(reader, std::string_view(clause.path));
    out.clauses.push_back(read_clause(reader, clause));
    if (reader.diagnostics.size() == faults) {
      judge_clause(reader, clause, out.clauses.back());
    }
  }
  if (complete) {
    judge_contract(reader, node, nodes, out.clauses);
  }
}

void read_scheme(Reader& reader, const Node& node, scheme::Scheme& out) {
  read_clauses(reader, node, out);
  const auto read_key = [&](std::string_view key, auto& member) {
    if (const Node* value = node.find(key)) {
      const Reader::Scope scope(reader, key);
      read(reader, *value, member, range::any);
    }
  };
  read_key("name", out.name);
  read_key("clock", out.clock);
  read_key("costs", out.costs);
  read_key("transfers", out.transfers);
}

}  // namespace

std::vector<ClauseNode> clauses_of(Reader& reader, const Node& scheme) {
  const Node* kind_node = scheme.find("kind");
  const Node* list = scheme.find("clauses");
  const Kind* kind = kind_node != nullptr ? find_kind(reader, *kind_node) : nullptr;
  const std::vector<std::string_view> meant = reader.expect_known_keys(scheme, scheme_keys(scheme, kind));
  if (kind_node != nullptr && list != nullptr) {
    reader.fault(list->place, {"kind 与 clauses 中恰好一个", "exactly one of kind and clauses"}, {"两个都有", "both"});
    return {};
  }
  if (list != nullptr) {
    return written(reader, *list);
  }
  if (kind != nullptr) {
    expect_parts(reader, *kind, scheme, meant);
    return expand(reader, *kind, scheme);
  }
  if (kind_node == nullptr && meant.empty()) {
    reader.missing(scheme.place, {"kind 或 clauses", "kind or clauses"});
  }
  return {};
}

void read(Reader& reader, const Node& node, std::vector<scheme::Scheme>& out, const Range& /*range*/) {
  for (const std::string& id : read_ids(reader, node, 1)) {
    const Reader::Scope scope(reader, id);
    scheme::Scheme& scheme = out.emplace_back();
    scheme.id = id;
    scheme.name = {id, id};
    const Node& value = *node.find(id);
    if (reader.expect_map(value)) {
      read_scheme(reader, value, scheme);
    }
  }
}

void read(Reader& reader, const Node& node, scheme::Recover::Target& out, const Range& range) {
  out.own_costs = node.kind == Node::Kind::scalar && node.text == "costs";
  if (!out.own_costs) {
    read(reader, node, out.amount, range);
  }
}

void read(Reader& reader, const Node& node, scheme::Floor::Guarantee& out, const Range& range) {
  const Node* rate = node.find("rate");
  const Node* of = node.find("of");
  if (node.kind != Node::Kind::map || (rate == nullptr && of == nullptr)) {
    read(reader, node, out.level, range);
    return;
  }
  const std::vector<std::string_view> meant = reader.expect_known_keys(node, {"rate", "of"});
  if (rate == nullptr || of == nullptr) {
    if (meant.empty()) {
      reader.missing(
          node.place,
          rate == nullptr ? Text{"键 rate", "the key rate"} : Text{"键 of（本金）", "the key of (the principal)"});
    }
    return;
  }
  {
    const Reader::Scope scope(reader, "rate");
    read(reader, *rate, out.level, range);
  }
  const Reader::Scope scope(reader, "of");
  read(reader, *of, out.of, range);
}

void read(Reader& reader, const Node& node, std::vector<scheme::Cost>& out, const Range& /*range*/) {
  if (!reader.expect_list(node, 0)) {
    return;
  }
  for (const Node& item : node.items) {
    const Reader::Scope scope(reader, out.size());
    scheme::Cost& cost = out.emplace_back();
    read(reader, item, cost, range::any);
    if (!cost.overrun.is_known()) {
      cost.overrun.draw = reader.rename_last("overrun." + cost.name.zh);
    }
  }
}

}  // namespace shanhai::input
