#include "input/scenario.hpp"

#include <algorithm>

#include "document/document.hpp"
#include "document/fingerprint.hpp"
#include "input/contract.hpp"
#include "input/described.hpp"
#include "input/revenue.hpp"
#include "input/sources.hpp"

namespace shanhai::input {
namespace {

// A map or list that begins on a line below its key stands at the key: that is where a person looks for it.
void stand_at_keys(Node& node) {
  for (Node::Entry& entry : node.entries) {
    const bool below = entry.value.kind != Node::Kind::scalar && entry.value.place.line > entry.place.line;
    entry.value.place = below ? entry.place : entry.value.place;
    stand_at_keys(entry.value);
  }
  std::ranges::for_each(node.items, stand_at_keys);
}

void read_parties(Reader& reader, const Node& root, run::Scenario& out) {
  const Node* node = root.find("parties");
  if (node == nullptr) {
    return;
  }
  const Reader::Scope scope(reader, "parties");
  reader.parties = read_ids(reader, *node, 2);
  for (const std::string& id : reader.parties) {
    const Reader::Scope in_party(reader, id);
    run::Party& party = out.parties.emplace_back();
    party.id = id;
    party.name = {id, id};
    read(reader, *node->find(id), party, range::any);
  }
  const auto host = std::ranges::find(out.parties, run::Role::host, &run::Party::role);
  if (host == out.parties.end() && !out.parties.empty()) {
    reader.missing(node->place, {"至少一个飞入地（role: host）", "at least one party with role: host"});
  } else {
    reader.first_host = static_cast<std::size_t>(host - out.parties.begin());
  }
}

/// Reads one key of the scenario; the keys it needs were read before.
template <class Value>
void read_key(Reader& reader, const Node& root, std::string_view key, Value& out, const Range& range = range::any) {
  if (const Node* node = root.find(key)) {
    const Reader::Scope scope(reader, key);
    read(reader, *node, out, range);
  }
}

void expect_keys(Reader& reader, const Node& root) {
  const std::vector<std::string_view> meant = reader.expect_known_keys(root, keys_of<run::Scenario>());
  for_each_field<run::Scenario>([&](const auto& field) {
    const bool misspelt = std::ranges::find(meant, field.key) != meant.end();
    if (field.required && !misspelt && root.find(field.key) == nullptr) {
      report_missing(reader, root.place, field);
    }
  });
}

// What can be read before it is known who takes part, and what each clause may refer to.
void read_frame(Reader& reader, const Node& root, run::Scenario& out) {
  read_key(reader, root, "shanhai", out.version, {1, 1});
  read_key(reader, root, "title", out.title);
  read_key(reader, root, "currency", out.currency);
  read_key(reader, root, "horizon", out.horizon);
  read_key(reader, root, "seed", out.seed);
  reader.years = out.horizon.years;
  reader.numbers.clear();  // conventions, not quantities that need a source
  read_parties(reader, root, out);
}

void read_feedback(Reader& reader, const Node& root, run::Scenario& scenario) {
  const std::size_t faults = reader.diagnostics.size();
  read_key(reader, root, "feedback", scenario.feedback);
  const Node* node = root.find("feedback");
  if (node == nullptr || reader.diagnostics.size() > faults) {
    return;
  }
  const Reader::Scope scope(reader, "feedback");
  if (reader.has_table) {
    reader.fault(
        node->place, {"园区（feedback 只用于园区）", "a park, as feedback changes arrivals"}, {"预测表", "a table"});
  }
  const Node* effort = node->find("effort");
  const Node* reference = node->find("reference");
  for (const Node::Entry& entry : effort->entries) {
    const auto party = std::ranges::find(reader.parties, entry.key) - reader.parties.begin();
    const auto place = static_cast<std::size_t>(party);
    if (place < scenario.feedback->reference.of.size() && !(scenario.feedback->reference.of[place].value > 0)) {
      const Reader::Scope in_reference(reader, "reference");
      reader.missing(reference->place, say({"{} 的参照份额（大于 0）", "a reference above 0 for {}"}, entry.key));
    }
  }
  const bool fund = node->find("fund") != nullptr;
  if (fund != scenario.feedback->fund_reference.has_value()) {
    reader.fault(node->place,
                 {"fund 与 fund_reference 同时给出", "fund and fund_reference together"},
                 fund ? Text{"只有 fund", "only fund"} : Text{"只有 fund_reference", "only fund_reference"});
  }
}

// A table knows of no more than what the parties share, and no figure is of years beyond the horizon.
void read_realised(Reader& reader, const Node& root, run::Scenario& scenario) {
  const std::size_t faults = reader.diagnostics.size();
  read_key(reader, root, "realised", scenario.realised);
  const Node* node = root.find("realised");
  if (node == nullptr || reader.diagnostics.size() > faults) {
    return;
  }
  const Reader::Scope scope(reader, "realised");
  for (std::size_t figure = 0; figure < scenario.realised.size(); ++figure) {
    const run::Realised& one = scenario.realised[figure];
    const Reader::Scope in_figure(reader, figure);
    if (reader.has_table && one.quantity != run::Quantity::local) {
      const Reader::Scope in_quantity(reader, "quantity");
      reader.fault(*node->items[figure].find("quantity"),
                   {"local（预测表只有共享的收入）", "local, as a table has no more than what is shared"});
    }
    if (one.years.last != YearRange::forever && one.years.last > reader.years) {
      const Reader::Scope in_years(reader, "years");
      reader.fault(
          *node->items[figure].find("years"),
          say({"测算期 {} 年以内（从第 1 年数起）", "years within the horizon of {}, counted from 1"}, reader.years));
    }
  }
}

void read_content(Reader& reader, const Node& root, run::Scenario& out) {
  read_key(reader, root, "revenue", out.revenue);
  read_key(reader, root, "costs", out.costs);
  read_key(reader, root, "transfers", out.transfers);
  out.displaced.of.assign(reader.parties.size(), Levels{});
  read_key(reader, root, "displaced", out.displaced, range::amount);
  read_feedback(reader, root, out);
  read_key(reader, root, "schemes", out.schemes);
  read_realised(reader, root, out);
  for (scheme::Scheme& scheme : out.schemes) {
    const Node* own = root.find("schemes")->find(scheme.id);
    scheme.costs = own->find("costs") != nullptr ? scheme.costs : out.costs;
    scheme.transfers = own->find("transfers") != nullptr ? scheme.transfers : out.transfers;
  }
}

}  // namespace

ScenarioReading read_scenario(std::string_view text) {
  document::Document written = document::parse(text);
  if (!written.root) {
    return {std::nullopt, std::move(written.diagnostics)};
  }
  return read_scenario(*std::move(written.root));
}

ScenarioReading read_scenario(Node root) {
  stand_at_keys(root);
  Reader reader;
  run::Scenario scenario;
  expect_keys(reader, root);
  read_frame(reader, root, scenario);
  if (!scenario.parties.empty()) {
    read_content(reader, root, scenario);
  }
  if (const Node* sources = root.find("sources")) {
    const Reader::Scope scope(reader, "sources");
    scenario.sources = read_sources(reader, *sources, root);
  }
  if (!reader.diagnostics.empty()) {
    std::ranges::stable_sort(
        reader.diagnostics, {}, [](const Diagnostic& one) { return std::pair(one.place.line, one.place.column); });
    return {std::nullopt, std::move(reader.diagnostics)};
  }
  scenario.uncertain = std::move(reader.uncertain);
  scenario.assumptions = without_source(reader.numbers, scenario.sources);
  scenario.hash = document::fingerprint(root);
  return {std::move(scenario), {}};
}

}  // namespace shanhai::input
