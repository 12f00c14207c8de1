#include "input/expansion.hpp"

#include "read_text.hpp"
#include <catch2/catch.hpp>

#include "document/document.hpp"
#include "document/write.hpp"
#include "input/scenario.hpp"
#include "run/explain.hpp"

namespace shanhai::input {
namespace {

run::Scenario read(const std::string& text) {
  ScenarioReading reading = read_scenario(text);
  INFO(render(reading.diagnostics, "scenario", text, Language::en));
  REQUIRE(reading.scenario.has_value());
  return *std::move(reading.scenario);
}

/// The scenario's text with its schemes as clauses.
std::string expanded(const std::string& text) {
  document::Node root = *document::parse(text).root;
  document::Node& schemes = std::ranges::find(root.entries, "schemes", &document::Node::Entry::key)->value;
  schemes = expanded_schemes(text, read(text));
  std::erase_if(root.entries,
                [](const document::Node::Entry& entry) { return entry.key == "sources"; });  // they name paths
  return document::write(root);
}

/// Every cash flow of a scheme in the twin and in one future.
std::vector<double> cash_flows(const run::Scenario& scenario, std::size_t scheme, bool twin) {
  run::Plan plan;
  plan.seed = scenario.seed;
  plan.twin = twin;
  std::vector<double> flows;
  for (const run::YearTrace& year : run::explain(scenario, plan, scheme, 3)) {
    flows.insert(flows.end(), year.total.begin(), year.total.end());
  }
  return flows;
}

bool has_uncertain_terms(const run::Scenario& scenario) {
  return std::ranges::any_of(scenario.uncertain,
                             [](const UncertainNumber& number) { return number.name.starts_with("schemes."); });
}

TEST_CASE("A scheme written as clauses is the same scheme", "[input][expansion]") {
  for (const std::string& text : example_texts()) {
    const run::Scenario kinds = read(text);
    const run::Scenario clauses = read(expanded(text));
    REQUIRE(clauses.schemes.size() == kinds.schemes.size());
    for (std::size_t scheme = 0; scheme < kinds.schemes.size(); ++scheme) {
      INFO(kinds.title.en << ": " << kinds.schemes[scheme].id);
      CHECK(clauses.schemes[scheme].name == kinds.schemes[scheme].name);
      CHECK(clauses.schemes[scheme].clauses.size() == kinds.schemes[scheme].clauses.size());
      CHECK(cash_flows(clauses, scheme, true) == cash_flows(kinds, scheme, true));
      if (!has_uncertain_terms(kinds)) {
        CHECK(cash_flows(clauses, scheme, false) == cash_flows(kinds, scheme, false));
      }
    }
  }
}

TEST_CASE("What is expanded once stays as it is", "[input][expansion]") {
  for (const std::string& text : example_texts()) {
    const std::string once = expanded(text);
    CHECK(expanded(once) == once);
  }
}

TEST_CASE("A kind expands to its clauses in the order in which they act", "[input][expansion]") {
  const std::string text = text_of(std::string(SHANHAI_SOURCE_DIR) + "/tests/hostile/base_table.yaml");
  const document::Node schemes = expanded_schemes(text, read(text));
  CHECK(document::write(*schemes.find("stock")) ==
        "clauses:\n"
        "  - company:\n"
        "      capital: 20000\n"
        "      stakes: {wuyi: 51%, haining: 49%}\n"
        "      capex: [20000]\n"
        "      life: 15\n"
        "      payout: 65%\n"
        "  - split: {shares: {wuyi: 1}}\n");
}

}  // namespace
}  // namespace shanhai::input
