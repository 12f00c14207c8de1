#include "schema/schema.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "run/scenario.hpp"
#include "schema/defaults.hpp"
#include "schema/described.hpp"
#include "scheme/each_clause.hpp"
#include "scheme/kind.hpp"

namespace shanhai::schema {
namespace {

/// Calls `visit` for a schema and every schema in it.
void for_each_object(const Json& schema, const std::function<void(const Json&)>& visit) {
  if (schema.is_object()) {
    visit(schema);
  }
  if (schema.is_structured()) {
    for (const auto& [key, value] : schema.items()) {
      for_each_object(value, visit);
    }
  }
}

const Json& scheme_of(const Json& whole) {
  return whole["properties"]["schemes"]["additionalProperties"];
}

TEST_CASE("The schema has every key of a scenario and requires what the reader requires", "[input][schema]") {
  const Json whole = schema(Language::en);
  for_each_field<run::Scenario>([&](const auto& field) {
    INFO(field.key);
    CHECK(whole["properties"].contains(field.key));
    const Json& required = whole["required"];
    CHECK((std::find(required.begin(), required.end(), field.key) != required.end()) == field.required);
  });
  CHECK(whole["additionalProperties"] == false);
}

TEST_CASE("The schema offers every clause in a list, and beside a kind all but those that end the pool",
          "[input][schema][every-clause]") {
  const Json whole = schema(Language::en);
  const Json& scheme = scheme_of(whole);
  scheme::for_each_clause([&]<class Rule>() {
    INFO(Rule::key);
    CHECK(scheme["properties"]["clauses"]["items"]["properties"].contains(Rule::key));
    CHECK(scheme["properties"].contains(Rule::key) == (Rule::stage != scheme::Stage::ending));
    CHECK(whole["definitions"].contains("clause_" + std::string(Rule::key)));
  });
}

TEST_CASE("A scheme is written by clauses or by one of the kinds", "[input][schema]") {
  const Json whole = schema(Language::en);
  const Json& scheme = scheme_of(whole);
  CHECK(scheme["properties"]["kind"]["enum"].size() == scheme::kinds.size());
  CHECK(scheme["oneOf"].size() == scheme::kinds.size() + 1);
}

TEST_CASE("Every reference of the schema leads to a part, and every part is used", "[input][schema]") {
  const Json whole = schema(Language::zh);
  std::set<std::string> used;
  for_each_object(whole, [&](const Json& one) {
    if (one.contains("$ref")) {
      used.insert(one["$ref"].get<std::string>());
    }
  });
  std::set<std::string> parts;
  for (const auto& [name, part] : whole["definitions"].items()) {
    INFO(name);
    CHECK(part.is_object());
    parts.insert("#/definitions/" + name);
  }
  CHECK(used == parts);
}

TEST_CASE("A map with known keys takes no others", "[input][schema]") {
  const Json whole = schema(Language::en);
  for_each_object(whole, [](const Json& one) {
    if (one.contains("properties") && one.value("type", Json()) == "object") {
      CHECK(one["additionalProperties"] == false);
    }
  });
}

TEST_CASE("A description is in the language asked for, and a default is the member's own", "[input][schema]") {
  const Json zh = schema(Language::zh)["definitions"]["clause_pool"]["properties"]["introduced"];
  const Json en = schema(Language::en)["definitions"]["clause_pool"]["properties"]["introduced"];
  CHECK(zh["description"] == "合作引进企业所占比例");
  CHECK(en["description"] == "the part of the revenue that comes from jointly introduced firms");
  CHECK(en["default"] == 1);
}

TEST_CASE("Defaults are written as a scenario writes them", "[input][schema]") {
  CHECK(default_of(Levels{Number{0.25}}) == 0.25);
  CHECK(default_of(Number{3}) == 3);
  CHECK(default_of(false) == false);
  CHECK(default_of(scheme::SplitClock::contract) == "contract");
  CHECK(default_of(Payments{}) == 0);
  CHECK(default_of(PartyRef{}).is_null());
  CHECK(default_of(std::optional<Number>{}).is_null());
}

TEST_CASE("Bounds of a number stand in its schema", "[input][schema]") {
  SchemaBook book(Language::en);
  CHECK(schema_of(book, Type<int>{}, Range{1, 200}) == Json{{"type", "integer"}, {"minimum", 1}, {"maximum", 200}});
  CHECK(schema_of(book, Type<double>{}, Range{0, 5, true})["$ref"] == "#/definitions/known_0_open_5");
  const Json& number = book.parts()["known_0_open_5"]["anyOf"][0];
  CHECK(number == Json{{"type", "number"}, {"exclusiveMinimum", 0}, {"maximum", 5}});
}

}  // namespace
}  // namespace shanhai::schema
