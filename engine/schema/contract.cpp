#include "schema/contract.hpp"

#include <fmt/format.h>

#include "schema/described.hpp"
#include "scheme/each_clause.hpp"
#include "scheme/kind.hpp"

namespace shanhai::schema {
namespace {

using scheme::Kind;
using scheme::Scheme;
using scheme::Split;
using scheme::Stage;

template <class Rule>
Json clause(SchemaBook& book) {
  return described(
      book.part("clause_" + std::string(Rule::key), [&] { return schema_of(book, Type<Rule>{}, range::any); }),
      book.say(Rule::summary));
}

/// A list of clauses, each a map with one key; one of them ends the pool.
Json clause_list(SchemaBook& book) {
  Json properties = Json::object();
  Json endings = Json::array();
  scheme::for_each_clause([&]<class Rule>() {
    properties[std::string(Rule::key)] = clause<Rule>(book);
    if (Rule::stage == Stage::ending) {
      endings.push_back({{"required", Json::array({Rule::key})}});
    }
  });
  Json one = object_of(std::move(properties), {});
  one["minProperties"] = 1;
  one["maxProperties"] = 1;
  Json list = list_of(std::move(one));
  list["contains"] = {{"anyOf", std::move(endings)}};
  return described(std::move(list), book.say({"条款，按顺序执行", "clauses, which act in the order written"}));
}

/// What may stand in any scheme.
Json common_keys(SchemaBook& book) {
  const auto of = [&]<class T>(Words doc, Type<T> type) {
    return described(schema_of(book, type, range::any), book.say(doc));
  };
  Json result{
      {"name", of({"名称，默认为键名", "name, by default the key"}, Type<Text>{})},
      {"clock", of({"合同第1年：签约起或有收入起", "when year 1 of the contract is"}, Type<scheme::ContractClock>{})},
      {"costs", of({"本方案自己的成本", "costs of this scheme instead"}, Type<std::vector<scheme::Cost>>{})},
      {"transfers",
       of({"本方案自己的转移支付", "transfers of this scheme instead"}, Type<std::vector<scheme::Transfer>>{})}};
  result["clock"]["default"] = default_of(Scheme{}.clock);
  return result;
}

/// The clauses that may stand beside a kind: one, or a list of several.
Json beside_kind(SchemaBook& book) {
  Json result = Json::object();
  scheme::for_each_clause([&]<class Rule>() {
    if (Rule::stage != Stage::ending) {
      const Json one = clause<Rule>(book);
      result[std::string(Rule::key)] = described(either(one, list_of(one, 0)), book.say(Rule::summary));
    }
  });
  return result;
}

/// What a split is written by: its keys `shares` and `phases`, which stand beside a kind.
Json split_keys(SchemaBook& book) {
  Json result = Json::object();
  for_each_field<Split>([&](const auto& field) {
    if (std::ranges::find(Split::choice, field.key) != Split::choice.end()) {
      result[std::string(field.key)] = schema_of_field(book, field);
    }
  });
  return result;
}

Json kind_names(SchemaBook& book) {
  std::string doc = book.say({"常用合同", "a usual contract"});
  Json names = Json::array();
  for (const Kind& kind : scheme::kinds) {
    names.push_back(kind.key);
    doc += fmt::format("\n- {}: {}", kind.key, book.say(kind.summary));
  }
  return described({{"enum", std::move(names)}}, std::move(doc));
}

Json names_of(const Json& keys) {
  Json names = Json::array();
  for (const auto& [key, value] : keys.items()) {
    names.push_back(key);
  }
  return names;
}

/// One way of writing a scheme: the keys it must have, and those it may have.
Json way(Json required, Json allowed) {
  return {{"required", std::move(required)}, {"propertyNames", {{"enum", std::move(allowed)}}}};
}

Json way_of(const Kind& kind, Json allowed) {
  Json required = Json::array({"kind"});
  if (kind.split_required) {
    required.push_back(kind.split_by);
  }
  if (!kind.clause.empty()) {
    required.push_back(kind.clause);
  }
  allowed.push_back("kind");
  allowed.push_back(kind.split_by);
  Json result = way(std::move(required), std::move(allowed));
  result["properties"] = {{"kind", {{"const", kind.key}}}};
  return result;
}

Json scheme_schema(SchemaBook& book) {
  Json keys = common_keys(book);
  Json by_clauses = names_of(keys);
  by_clauses.push_back("clauses");
  Json ways = Json::array({way(Json::array({"clauses"}), std::move(by_clauses))});
  keys.update(beside_kind(book));
  for (const Kind& kind : scheme::kinds) {
    ways.push_back(way_of(kind, names_of(keys)));
  }
  keys["kind"] = kind_names(book);
  keys.update(split_keys(book));
  keys["clauses"] = clause_list(book);
  Json result = object_of(std::move(keys), {});
  result["oneOf"] = std::move(ways);
  return result;
}

}  // namespace

Json schema_of(SchemaBook& book, Type<std::vector<Scheme>> /*type*/, const Range& /*range*/) {
  return named_map(book, scheme_schema(book), 1);
}

Json schema_of(SchemaBook& book, Type<scheme::Recover::Target> /*type*/, const Range& range) {
  return either(schema_of(book, Type<Number>{}, range), Json{{"const", "costs"}});
}

Json schema_of(SchemaBook& book, Type<scheme::Floor::Guarantee> /*type*/, const Range& range) {
  Json keys{{"rate", schema_of(book, Type<Levels>{}, range)}, {"of", schema_of(book, Type<Number>{}, range)}};
  return either(schema_of(book, Type<Levels>{}, range), object_of(std::move(keys), Json::array({"rate", "of"})));
}

// Credit for nothing is no clause.
Json schema_of(SchemaBook& book, Type<scheme::Statistics> /*type*/, const Range& /*range*/) {
  Json result = schema_of_struct<scheme::Statistics>(book);
  result["minProperties"] = 1;
  return result;
}

}  // namespace shanhai::schema
