#include "input/expansion.hpp"

#include <algorithm>
#include <array>

#include "core/contract.hpp"
#include "document/document.hpp"
#include "input/contract.hpp"

namespace shanhai::input {
namespace {

using Kind = Node::Kind;

Node expanded(Reader& reader, const Node& scheme) {
  Node result{Kind::map, scheme.place, "", false, {}, {}};
  constexpr std::array<std::string_view, 4> kept{"name", "clock", "costs", "transfers"};
  std::ranges::copy_if(scheme.entries, std::back_inserter(result.entries), [&](const Node::Entry& entry) {
    return std::ranges::find(kept, entry.key) != kept.end();
  });
  Node clauses{Kind::list, scheme.place, "", false, {}, {}};
  for (ClauseNode& clause : clauses_of(reader, scheme)) {
    const Place place = clause.value.place;
    clauses.items.push_back({Kind::map, place, "", false, {}, {{clause.key, place, std::move(clause.value)}}});
  }
  result.entries.push_back({"clauses", scheme.place, std::move(clauses)});
  return result;
}

}  // namespace

Node expanded_schemes(std::string_view text, const run::Scenario& scenario) {
  const document::Document written = document::parse(text);
  SHANHAI_EXPECT(written.root && written.root->find("schemes") != nullptr);
  Reader reader;
  std::ranges::transform(scenario.parties, std::back_inserter(reader.parties), &run::Party::id);
  const auto host = std::ranges::find(scenario.parties, run::Role::host, &run::Party::role);
  reader.first_host = static_cast<std::size_t>(host - scenario.parties.begin());
  Node schemes = *written.root->find("schemes");
  for (Node::Entry& scheme : schemes.entries) {
    scheme.value = expanded(reader, scheme.value);
  }
  return schemes;
}

}  // namespace shanhai::input
