#include "study/want.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "store/schema.hpp"
#include "study/example.hpp"

namespace shanhai::study {

TEST_CASE("A wish names a figure, a relation and a number", "[study][want]") {
  const Example example;
  const auto read = read_want(" p_below_host<= 10% ", example.scenario);
  const Want& want = std::get<Want>(read);
  CHECK(want.figure.name == "p_below_host");
  CHECK(want.relation == Want::Relation::at_most);
  CHECK(want.value == 0.1);
  CHECK(std::get<Want>(read_want("npv_origin = -5", example.scenario)).value == -5);
  CHECK(std::get<Want>(read_want("acceptance>=0.9", example.scenario)).relation == Want::Relation::at_least);
}

TEST_CASE("A wish that cannot be read says what was expected, or the nearest figure", "[study][want]") {
  const Example example;
  for (const std::string written : {"", "acceptance", "acceptance = ", "acceptance < 5", "acceptance => 5", "= 5"}) {
    INFO(written);
    CHECK(std::get<Text>(read_want(written, example.scenario)).en.find("--want") != std::string::npos);
  }
  CHECK(std::get<Text>(read_want("npv_hots = 0", example.scenario)).en.find("npv_host") != std::string::npos);
}

TEST_CASE("Figures are named as the columns of a store's results", "[study][figure]") {
  const Example example;
  store::Manifest manifest;
  for (const scheme::Scheme& scheme : example.scenario.schemes) {
    manifest.schemes.push_back({scheme.id, scheme.name});
  }
  for (const run::Party& party : example.scenario.parties) {
    manifest.parties.push_back({party.id, party.name});
  }
  const std::vector<store::ViewColumn> columns = store::view_columns(manifest);
  const std::vector<Figure> figures = figures_of(example.scenario);
  CHECK(figures.size() == 5 + 4 * 2);
  for (const Figure& figure : figures) {
    INFO(figure.name);
    CHECK(std::ranges::count(columns, figure.name, &store::ViewColumn::name) == 1);
  }
}

}  // namespace shanhai::study
