#include "schema/schema.hpp"

#include "library/facts.hpp"
#include "run/scenario.hpp"
#include "schema/contract.hpp"
#include "schema/described.hpp"
#include "schema/revenue.hpp"

namespace shanhai::schema {
namespace {

Json is_origin() {
  return {{"required", Json::array({"role"})}, {"properties", {{"role", {{"const", "origin"}}}}}};
}

}  // namespace

/// Two parties or more, of which not all are origins.
Json schema_of(SchemaBook& book, Type<std::vector<run::Party>> /*type*/, const Range& range) {
  Json result = named_map(book, schema_of(book, Type<run::Party>{}, range), 2);
  result["not"] = {{"additionalProperties", is_origin()}};
  return result;
}

/// Paths of keys, each with a fact or a text.
Json schema_of(SchemaBook& book, Type<std::vector<run::SourceNote>> /*type*/, const Range& range) {
  Json fact{{"enum", Json::array()}};
  for (const library::Fact& known : library::facts()) {
    fact["enum"].push_back(known.id);
  }
  return {
      {"type", "object"},
      {"additionalProperties",
       either(object_of({{"fact", std::move(fact)}}, Json::array({"fact"})), schema_of(book, Type<Text>{}, range))}};
}

Json schema(Language language) {
  SchemaBook book(language);
  Json result{{"$schema", "http://json-schema.org/draft-07/schema#"},
              {"title", book.say({"山海方案文件", "A scenario of Shanhai"})}};
  result.update(schema_of_struct<run::Scenario>(book));
  result["definitions"] = book.parts();
  return result;
}

}  // namespace shanhai::schema
