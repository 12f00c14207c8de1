#include "input/contract.hpp"

#include <algorithm>

#include "input/described.hpp"
#include "input/names.hpp"
#include "input/numbers.hpp"
#include "input/say.hpp"
#include "scheme/kind.hpp"

namespace shanhai::input {
namespace {

using scheme::Clause;
using scheme::Kind;
using scheme::Stage;

constexpr std::size_t clause_count = std::variant_size_v<Clause>;

/// Calls `visit.template operator()<Rule>()` for each clause, in the order in which a kind puts them.
template <class Visit, std::size_t... place>
void for_each_clause(Visit&& visit, std::index_sequence<place...> /*places*/) {
  (visit.template operator()<std::variant_alternative_t<place, Clause>>(), ...);
}

template <class Visit>
void for_each_clause(Visit&& visit) {
  for_each_clause(visit, std::make_index_sequence<clause_count>());
}

std::vector<std::string_view> clause_keys() {
  std::vector<std::string_view> keys;
  for_each_clause([&]<class Rule>() { keys.push_back(Rule::key); });
  return keys;
}

Node scalar(Place place, std::string text) { return {Node::Kind::scalar, place, std::move(text), false, {}, {}}; }

Node map_of(const Node::Entry& entry) { return {Node::Kind::map, entry.place, "", false, {}, {entry}}; }

/// The split that a kind ends with, from the key written beside it.
ClauseNode split_of(Reader& reader, const Kind& kind, const Node& scheme) {
  const auto written = std::ranges::find(scheme.entries, kind.split_by, &Node::Entry::key);
  if (written != scheme.entries.end()) {
    return {"split", "", map_of(*written)};
  }
  if (kind.split_required) {
    reader.fault(scheme.place, say({"键 {}", "the key {}"}, kind.split_by), {"没有", "none"});
  }
  const Node all = scalar(scheme.place, "1");
  const Node host = map_of({reader.parties[reader.first_host], scheme.place, all});
  return {"split", "", map_of({std::string(kind.split_by), scheme.place, host})};
}

std::vector<ClauseNode> expand(Reader& reader, const Kind& kind, const Node& scheme) {
  if (!kind.clause.empty() && scheme.find(kind.clause) == nullptr) {
    reader.fault(scheme.place, say({"键 {}", "the key {}"}, kind.clause), {"没有", "none"});
  }
  std::vector<ClauseNode> clauses;
  for (const std::string_view key : clause_keys()) {
    const Node* given = scheme.find(key);
    if (given != nullptr && given->kind == Node::Kind::list) {
      for (std::size_t item = 0; item < given->items.size(); ++item) {
        clauses.push_back({std::string(key), fmt::format("{}[{}]", key, item), given->items[item]});
      }
    } else if (given != nullptr) {
      clauses.push_back({std::string(key), std::string(key), *given});
    }
    if (key == scheme::Split::key) {
      clauses.push_back(split_of(reader, kind, scheme));
    }
  }
  return clauses;
}

std::vector<ClauseNode> written(Reader& reader, const Node& list) {
  const Reader::Scope scope(reader, "clauses");
  const std::vector<std::string_view> known = clause_keys();
  std::vector<ClauseNode> clauses;
  if (!reader.expect_list(list)) {
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
    clauses.push_back({entry.key, fmt::format("clauses[{}].{}", item, entry.key), entry.value});
    if (std::ranges::find(known, entry.key) == known.end()) {
      reader.unknown(entry.place, {"一个条款", "a clause"}, entry.key, known);
      clauses.pop_back();
    }
  }
  return clauses;
}

const Kind* find_kind(Reader& reader, const Node& node) {
  const Reader::Scope scope(reader, "kind");
  std::vector<std::string> keys;
  std::ranges::transform(scheme::kinds, std::back_inserter(keys), [](const Kind& kind) { return std::string(kind.key); });
  const auto place = reader.name(node, keys, {"一种分享方式", "a kind of sharing"});
  return place ? &scheme::kinds[*place] : nullptr;
}

void expect_scheme_keys(Reader& reader, const Node& scheme, const Kind* kind) {
  std::vector<std::string_view> known{"name", "clock", "costs", "transfers"};
  if (kind != nullptr) {
    known.insert(known.end(), {"kind", kind->split_by});
    const auto keys = clause_keys();
    known.insert(known.end(), keys.begin(), keys.end());
  } else {
    known.insert(known.end(), {"clauses", "kind"});
  }
  expect_known_keys(reader, scheme, known);
}

Clause read_clause(Reader& reader, const ClauseNode& node) {
  Clause result;
  for_each_clause([&]<class Rule>() {
    if (node.key == Rule::key) {
      Rule rule;
      read(reader, node.value, rule, range::any);
      result = std::move(rule);
    }
  });
  return result;
}

/// What a contract as a whole must be.
void judge_order(Reader& reader, const Node& where, const std::vector<Clause>& clauses) {
  const auto count = [&](Stage stage) { return std::ranges::count(clauses, stage, scheme::stage_of); };
  if (count(Stage::ending) != 1) {
    reader.fault(where.place, {"恰好一个 split 或 tiers", "exactly one split or tiers"},
                 say({"{} 个", "{}"}, count(Stage::ending)));
  } else if (!std::ranges::is_sorted(clauses, {}, scheme::stage_of)) {
    reader.fault(where.place,
                 {"先 pool，再分配池内资金，以 split 或 tiers 收尾，然后是封顶、保底等",
                  "pool first, then what takes from the pool, then split or tiers, then caps, floors and the like"},
                 {"其他顺序", "another order"});
  }
  for (const std::string_view key : {scheme::Pool::key, scheme::Settle::key}) {
    const auto times = std::ranges::count(clauses, key, scheme::key_of);
    if (times > 1) {
      reader.fault(where.place, say({"至多一个 {}", "at most one {}"}, key), say({"{} 个", "{}"}, times));
    }
  }
}

/// What a clause alone cannot see is wrong with it.
void judge(Reader& reader, const Node& node, const Clause& clause) {
  if (const auto* tiers = std::get_if<scheme::Tiers>(&clause);
      tiers != nullptr && tiers->shares.size() != tiers->bounds.size() + 1) {
    reader.fault(node.place, say({"{} 档份额（比界限多一档）", "{} sets of shares, one more than bounds"}, tiers->bounds.size() + 1),
                 say({"{} 档", "{}"}, tiers->shares.size()));
  }
  const bool needs_park = std::holds_alternative<scheme::Award>(clause) || std::holds_alternative<scheme::Statistics>(clause);
  if (needs_park && !reader.has_park) {
    reader.fault(node.place, say({"园区才有的 {}", "{} only with a park"}, scheme::key_of(clause)),
                 {"收入为预测表", "revenue from a table"});
  }
  if (const auto* statistics = std::get_if<scheme::Statistics>(&clause);
      statistics != nullptr && !statistics->output && !statistics->value_added) {
    reader.fault(node.place, {"output 或 value_added", "output or value_added"}, {"都没有", "neither"});
  }
  if (const auto* company = std::get_if<scheme::Company>(&clause)) {
    double called = 0;
    for (const Number& call : company->calls.values) {
      called += call.is_known() ? call.value : support(reader.uncertain[call.draw].law).high;
    }
    if (called > 1 + 1e-9) {
      reader.fault(node.place, {"合计不超过 1 的 calls", "calls that sum to at most 1"},
                   say({"合计 {:.6g}", "a sum of {:.6g}"}, called));
    }
  }
}

void read_scheme(Reader& reader, const Node& node, scheme::Scheme& out) {
  for (const ClauseNode& clause : clauses_of(reader, node)) {
    const std::size_t faults = reader.diagnostics.size();
    const std::string_view path = clause.path;
    if (path.empty()) {
      out.clauses.push_back(read_clause(reader, clause));
    } else {
      const Reader::Scope scope(reader, path);
      out.clauses.push_back(read_clause(reader, clause));
      if (reader.diagnostics.size() == faults) {
        judge(reader, clause.value, out.clauses.back());
      }
    }
  }
  judge_order(reader, node, out.clauses);
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
  if (kind_node == nullptr || kind != nullptr) {
    expect_scheme_keys(reader, scheme, kind);
  }
  if ((kind_node != nullptr) == (list != nullptr)) {
    reader.fault(scheme.place, {"kind 与 clauses 中恰好一个", "exactly one of kind and clauses"},
                 list != nullptr ? Text{"两个都有", "both"} : Text{"没有", "none"});
    return {};
  }
  if (list != nullptr) {
    return written(reader, *list);
  }
  return kind != nullptr ? expand(reader, *kind, scheme) : std::vector<ClauseNode>{};
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
  expect_known_keys(reader, node, {"rate", "of"});
  if (rate == nullptr || of == nullptr) {
    reader.fault(node, {"键 rate 和 of", "the keys rate and of"});
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
  if (!reader.expect_list(node)) {
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
