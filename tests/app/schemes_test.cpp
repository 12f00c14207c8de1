#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "app/catalogue_json.hpp"
#include "app/catalogue_text.hpp"
#include "app/fault.hpp"
#include "app/shanhai_says.hpp"
#include "core/width.hpp"
#include "memo/clause_name.hpp"
#include "memo/table.hpp"
#include "scheme/each_clause.hpp"
#include "scheme/kind.hpp"

namespace shanhai::app {
namespace {

TEST_CASE("Every clause has a short Chinese name", "[app][schemes][every-clause]") {
  scheme::for_each_clause([]<class Rule>() {
    const Words name = memo::clause_name(Rule::key);
    INFO(name.zh);
    CHECK(name.en == Rule::key);
    CHECK(name.zh.size() < Rule::summary.zh.size());
    CHECK(display_width(name.zh) <= 12);
  });
  CHECK(memo::clause_name("cap").zh == "封顶");
}

TEST_CASE("The catalogue shows every kind and every clause in both languages", "[app][schemes][every-clause]") {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string text = catalogue_text(language);
    scheme::for_each_clause([&]<class Rule>() {
      INFO(Rule::key);
      CHECK(text.find("\n  " + std::string(Rule::key)) != std::string::npos);
      for_each_field<Rule>([&](const auto& field) { CHECK(text.find(field.key) != std::string::npos); });
    });
    for (const scheme::Kind& kind : scheme::kinds) {
      CHECK(text.find("\n  " + std::string(kind.key)) != std::string::npos);
    }
  }
}

TEST_CASE("The catalogue stands in two columns no wider than a page", "[app][schemes]") {
  for (const Language language : {Language::zh, Language::en}) {
    std::istringstream lines(catalogue_text(language));
    std::string line;
    while (std::getline(lines, line)) {
      INFO(line);
      CHECK(display_width(line) <= memo::page_width);
    }
  }
}

TEST_CASE("A key tells how it is written, its range and its default", "[app][schemes]") {
  const std::string text = catalogue_text(Language::en);
  CHECK(text.find("    excess_to           who gets the excess, by default the first host (a party; optional)\n") !=
        std::string::npos);
  CHECK(text.find(
            "    lag                 years until the first instalment (a whole number, 0 to 200; by default 0)\n") !=
        std::string::npos);
  CHECK(text.find("exactly one of total, yearly") != std::string::npos);
  CHECK(text.find("by default 25%") != std::string::npos);
}

TEST_CASE("The catalogue as JSON", "[app][schemes]") {
  const memo::Json json = catalogue_json();
  CHECK(json["kinds"].size() == scheme::kinds.size());
  CHECK(json["clauses"].size() == std::variant_size_v<scheme::Clause>);
  CHECK(json["clauses"][0]["key"] == "pool");
  CHECK(json["clauses"][0]["name"]["zh"] == "共享范围");
  CHECK(json["kinds"][3]["expands_to"] == memo::Json::array({"company", "split"}));
  CHECK(shanhai_says({"schemes", "--json"}).out == memo::written(json));
}

TEST_CASE("A scenario's schemes are written as clauses", "[app][schemes]") {
  const Said said = shanhai_says({"schemes", std::string(SHANHAI_SOURCE_DIR) + "/scenarios/minimal.yaml"});
  CHECK(said.code == exit_code::ok);
  CHECK(said.out ==
        "schemes:\n"
        "  five_years:\n"
        "    name: {zh: 五年四六分, en: \"40 : 60 for five years\"}\n"
        "    clauses:\n"
        "      - split: {phases: {1-5: {songjiang: 40%, jinan: 60%}, 6-: {jinan: 100%}}}\n"
        "  always:\n"
        "    name: {zh: 长期二八分, en: \"20 : 80 for good\"}\n"
        "    clauses:\n"
        "      - split: {shares: {songjiang: 20%, jinan: 80%}}\n");
}

TEST_CASE("A scenario that cannot be read is told so", "[app][schemes]") {
  CHECK(shanhai_says({"schemes", "/nowhere.yaml"}).code == exit_code::machine);
  const Said bad = shanhai_says({"schemes", std::string(SHANHAI_SOURCE_DIR) + "/seeds/fiscal.yaml"});
  CHECK(bad.code == exit_code::user);
  CHECK(!bad.err.empty());
  CHECK(bad.out.empty());
}

TEST_CASE("The schema command prints JSON in the language asked for", "[app][schema]") {
  const memo::Json zh = memo::Json::parse(shanhai_says({"schema", "--lang", "zh"}).out);
  const memo::Json en = memo::Json::parse(shanhai_says({"schema", "--lang", "en"}).out);
  CHECK(zh["title"] == "山海方案文件");
  CHECK(en["title"] == "A scenario of Shanhai");
}

}  // namespace
}  // namespace shanhai::app
