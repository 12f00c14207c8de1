#include "schema/shares.hpp"

#include "schema/names.hpp"
#include "schema/numbers.hpp"

namespace shanhai::schema {
namespace {

Json word(const char* text) {
  return {{"const", text}};
}

Json id_or_otherwise(SchemaBook& book) {
  return either(schema_of_id(book), word("otherwise"));
}

Json share_or_rest(SchemaBook& book) {
  return either(schema_of(book, Type<Number>{}, range::share), word("rest"));
}

// What a party has, by its key; a map of no party says nothing, but is not wrong.
Json per_party(SchemaBook& book, Json value) {
  Json result = map_of(schema_of_id(book), std::move(value));
  result.erase("minProperties");
  return result;
}

}  // namespace

Json schema_of(SchemaBook& book, Type<Shares> /*type*/, const Range& /*range*/) {
  return book.part("shares", [&] { return map_of(schema_of_id(book), share_or_rest(book)); });
}

Json schema_of(SchemaBook& book, Type<scheme::ReferenceParts> /*type*/, const Range& /*range*/) {
  return per_party(book, share_or_rest(book));
}

Json schema_of(SchemaBook& book, Type<std::vector<Shares>> /*type*/, const Range& range) {
  return list_of(schema_of(book, Type<Shares>{}, range));
}

Json schema_of(SchemaBook& book, Type<scheme::Payers> /*type*/, const Range& range) {
  return book.part(
      "payers", [&] { return either(schema_of_id(book), word("external"), schema_of(book, Type<Shares>{}, range)); });
}

Json schema_of(SchemaBook& book, Type<scheme::StreamShares> /*type*/, const Range& range) {
  return book.part("shares_by_stream", [&] {
    const Json shares = schema_of(book, Type<Shares>{}, range);
    return either(shares, map_of(id_or_otherwise(book), shares));
  });
}

Json schema_of(SchemaBook& book, Type<scheme::Phases> /*type*/, const Range& range) {
  return book.part("phases", [&] {
    return map_of(schema_of(book, Type<YearRange>{}, range), schema_of(book, Type<scheme::StreamShares>{}, range));
  });
}

Json schema_of(SchemaBook& book, Type<scheme::Statistics::Credit> /*type*/, const Range& range) {
  return either(schema_of(book, Type<Shares>{}, range), word("full"));
}

Json schema_of(SchemaBook& book, Type<PerParty<Levels>> /*type*/, const Range& range) {
  return per_party(book, schema_of(book, Type<Levels>{}, range));
}

Json schema_of(SchemaBook& book, Type<PerParty<Number>> /*type*/, const Range& range) {
  return per_party(book, schema_of(book, Type<Number>{}, range));
}

}  // namespace shanhai::schema
