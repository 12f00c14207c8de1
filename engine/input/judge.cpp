#include "input/judge.hpp"

#include <algorithm>

#include "core/law.hpp"
#include "core/say.hpp"

namespace shanhai::input {
namespace {

using scheme::Clause;
using scheme::Stage;

/// Reports something about a clause as a part of its contract.
void fault_at(Reader& reader, const ClauseNode& node, const Text& expected, const Text& found) {
  const Reader::Scope scope(reader, node.path.empty() ? std::string_view(node.key) : node.path);
  reader.fault(node.place, expected, found);
}

/// Exactly one clause ends the pool.
void judge_ending(Reader& reader,
                  const Node& scheme,
                  const std::vector<ClauseNode>& nodes,
                  const std::vector<Clause>& clauses) {
  std::vector<std::size_t> endings;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (scheme::stage_of(clauses[i]) == Stage::ending) {
      endings.push_back(i);
    }
  }
  if (endings.empty()) {
    reader.missing(scheme.place,
                   {"一个 split 或 tiers，分配余下的资金", "one split or tiers, which gives away what is left"});
  } else if (endings.size() > 1) {
    const std::size_t second = nodes[endings[1]].path.empty() ? endings[0] : endings[1];
    fault_at(reader,
             nodes[second],
             {"恰好一个 split 或 tiers", "exactly one split or tiers"},
             say({"{} 个", "{}"}, endings.size()));
  }
}

/// Clauses stand in the order in which money flows; `pool` and `settle` at most once.
void judge_order(Reader& reader, const std::vector<ClauseNode>& nodes, const std::vector<Clause>& clauses) {
  for (std::size_t i = 1; i < clauses.size(); ++i) {
    const std::string_view key = scheme::key_of(clauses[i]);
    const auto before =
        std::ranges::count(clauses.begin(), clauses.begin() + static_cast<std::ptrdiff_t>(i), key, scheme::key_of);
    if ((key == scheme::Pool::key || key == scheme::Settle::key) && before > 0) {
      fault_at(reader, nodes[i], say({"至多一个 {}", "at most one {}"}, key), {"又一个", "another"});
    } else if (scheme::stage_of(clauses[i]) < scheme::stage_of(clauses[i - 1])) {
      fault_at(reader,
               nodes[i],
               {"依次为 pool、池内各条款、split 或 tiers、封顶保底等",
                "pool, then what takes from the pool, then split or tiers, then caps, floors and the like"},
               say({"{} 在 {} 之后", "{} after {}"}, key, scheme::key_of(clauses[i - 1])));
    }
  }
}

void judge_tiers(Reader& reader, const Node& node, const scheme::Tiers& tiers) {
  if (tiers.shares.size() != tiers.bounds.size() + 1) {
    const Reader::Scope scope(reader, "shares");
    reader.fault(node.find("shares")->place,
                 say({"{} 档份额（比界限多一档）", "{} sets of shares, one more than bounds"}, tiers.bounds.size() + 1),
                 say({"{} 档", "{}"}, tiers.shares.size()));
  }
}

void judge_calls(Reader& reader, const Node& node, const scheme::Company& company) {
  double called = 0;
  for (const Number& call : company.calls.values) {
    called += call.is_known() ? call.value : support(reader.uncertain[call.draw].law).high;
  }
  if (called > 1 + 1e-9) {
    const Reader::Scope scope(reader, "calls");
    reader.fault(node.find("calls")->place,
                 {"合计不超过 1 的出资进度", "calls that sum to at most 1"},
                 say({"合计 {:.10g}", "a sum of {:.10g}"}, called));
  }
}

/// What is above a cap must go to somebody else.
void judge_cap(Reader& reader, const ClauseNode& node, const scheme::Cap& cap) {
  if (cap.excess_to.index != cap.party.index) {
    return;
  }
  const Node* given = node.value.find("excess_to");
  const Reader::Scope scope(reader, "excess_to");
  reader.fault(given != nullptr ? given->place : node.place,
               {"封顶一方以外的一方", "a party other than the one that is capped"},
               given != nullptr ? Text{"封顶的一方自己", "the capped party itself"}
                                : Text{"默认的第一个飞入地，正是封顶的一方",
                                       "the first host by default, which is the capped party"});
}

}  // namespace

void judge_clause(Reader& reader, const ClauseNode& node, const Clause& clause) {
  if (const auto* tiers = std::get_if<scheme::Tiers>(&clause)) {
    judge_tiers(reader, node.value, *tiers);
  }
  if (const auto* company = std::get_if<scheme::Company>(&clause)) {
    judge_calls(reader, node.value, *company);
  }
  if (const auto* cap = std::get_if<scheme::Cap>(&clause)) {
    judge_cap(reader, node, *cap);
  }
  const auto* statistics = std::get_if<scheme::Statistics>(&clause);
  if ((statistics != nullptr || std::holds_alternative<scheme::Award>(clause)) && reader.has_table) {
    reader.fault(
        node.place, say({"园区（{} 只用于园区）", "a park, as {} looks at firms"}, node.key), {"预测表", "a table"});
  }
  if (statistics != nullptr && !statistics->output && !statistics->value_added) {
    reader.missing(node.place, {"output 或 value_added", "output or value_added"});
  }
}

void judge_contract(Reader& reader,
                    const Node& scheme,
                    const std::vector<ClauseNode>& nodes,
                    const std::vector<Clause>& clauses) {
  judge_ending(reader, scheme, nodes, clauses);
  judge_order(reader, nodes, clauses);
}

}  // namespace shanhai::input
