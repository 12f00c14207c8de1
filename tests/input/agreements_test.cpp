#include "library/agreements.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "read_text.hpp"
#include <catch2/catch.hpp>

#include "input/scenario.hpp"
#include "scheme/each_clause.hpp"
#include "scheme/kind.hpp"

namespace shanhai::input {
namespace {

bool is_verified(const library::Agreement& agreement) {
  return agreement.title.zh.find("未核实") == std::string::npos;
}

run::Scenario scenario_of(const library::Agreement& agreement) {
  ScenarioReading reading = read_scenario(agreement.text);
  INFO(agreement.id);
  REQUIRE(reading.scenario);
  return *std::move(reading.scenario);
}

}  // namespace

TEST_CASE("The agreements use every kind and every clause of the language", "[input][agreements][every-clause]") {
  std::set<std::string, std::less<>> clauses;
  std::string texts;
  for (const library::Agreement& agreement : library::agreements()) {
    texts += agreement.text;
    for (const scheme::Scheme& scheme : scenario_of(agreement).schemes) {
      for (const scheme::Clause& clause : scheme.clauses) {
        clauses.emplace(scheme::key_of(clause));
      }
    }
  }
  scheme::for_each_clause([&]<class Rule>() {
    INFO(Rule::key);
    CHECK(clauses.contains(Rule::key));
  });
  for (const scheme::Kind& kind : scheme::kinds) {
    INFO(kind.key);
    CHECK(texts.find("kind: " + std::string(kind.key) + '\n') != std::string::npos);
  }
}

TEST_CASE("Twenty agreements and more are verified; each sets the contract beside what it would be without",
          "[input][agreements]") {
  std::size_t verified = 0;
  for (const library::Agreement& agreement : library::agreements()) {
    CAPTURE(agreement.id);
    verified += is_verified(agreement) ? 1U : 0U;
    CHECK(scenario_of(agreement).schemes.size() >= 2);
    CHECK(is_verified(agreement) == (agreement.title.en.find("unverified") == std::string::npos));
  }
  CHECK(verified >= 20);
}

TEST_CASE("Every park of the source document has the five ways of sharing side by side", "[input][parks]") {
  const std::vector<std::filesystem::path> parks = scenario_files({"scenarios/parks"});
  CHECK(parks.size() >= 12);
  for (const std::filesystem::path& park : parks) {
    const std::string text = text_of(park);
    for (const scheme::Kind& kind : scheme::kinds) {
      INFO(park.string() << ": " << kind.key);
      CHECK(text.find("kind: " + std::string(kind.key) + '\n') != std::string::npos);
    }
  }
}

TEST_CASE("No number of an agreement is without a source", "[input][agreements]") {
  for (const library::Agreement& agreement : library::agreements()) {
    CAPTURE(agreement.id);
    const run::Scenario scenario = scenario_of(agreement);
    for (const std::string& path : scenario.assumptions) {
      CAPTURE(path);
      CHECK(std::ranges::any_of(scenario.sources,
                                [&](const run::SourceNote& note) { return path.starts_with(note.path); }));
    }
  }
}

}  // namespace shanhai::input
