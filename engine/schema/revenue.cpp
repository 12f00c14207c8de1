#include "schema/revenue.hpp"

#include "schema/described.hpp"

namespace shanhai::schema {
namespace {

/// The first of the keys, and none but these.
Json only(const Json& keys) {
  return {{"required", Json::array({keys.front()})}, {"propertyNames", {{"enum", keys}}}};
}

}  // namespace

Json schema_of(SchemaBook& book, Type<economy::Source> /*type*/, const Range& range) {
  Json keys{
      {"table",
       described(named_map(book, schema_of(book, Type<Levels>{}, range::amount), 1),
                 book.say({"自己的预测：各税种的地方留成收入", "a forecast of local-retained revenue by stream"}))},
      {"uncertainty",
       described(schema_of(book, Type<economy::Uncertainty>{}, range),
                 book.say({"预测的不确定性", "how far revenue may be from the forecast"}))},
      {"park",
       described(schema_of(book, Type<economy::Park>{}, range),
                 book.say({"园区：由企业落户和经营推算", "a park: from firms that arrive and work"}))}};
  Json result = object_of(std::move(keys), {});
  result["oneOf"] = Json::array({only(Json::array({"table", "uncertainty"})), only(Json::array({"park"}))});
  return result;
}

Json schema_of(SchemaBook& book, Type<economy::TaxBase> /*type*/, const Range& range) {
  return either(schema_of(book, Type<economy::Base>{}, range),
                object_of({{"tax", schema_of(book, Type<StreamRef>{}, range)}}, Json::array({"tax"})));
}

Json schema_of(SchemaBook& book, Type<economy::SectorRates> /*type*/, const Range& range) {
  const Json rate = schema_of(book, Type<Levels>{}, range);
  return either(rate, map_of(either(schema_of_id(book), Json{{"const", "otherwise"}}), rate));
}

Json schema_of(SchemaBook& book, Type<std::vector<economy::Correlation>> /*type*/, const Range& /*range*/) {
  const Json factor = either(schema_of_id(book), Json{{"const", "macro"}});
  return list_of(tuple_of(factor, factor, schema_of(book, Type<double>{}, range::correlation)));
}

}  // namespace shanhai::schema
