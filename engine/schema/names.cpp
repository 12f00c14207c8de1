#include "schema/names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "input/names.hpp"

namespace shanhai::schema {
namespace {

Json list_of_ids(SchemaBook& book) {
  Json list = list_of(schema_of_id(book));
  list["uniqueItems"] = true;
  return list;
}

}  // namespace

// Letters and digits of any script, '-' and '_': of the ASCII characters all others are excluded.
Json schema_of_id(SchemaBook& book) {
  return book.part("id", [] {
    constexpr std::string_view letter = R"([^\x00-,./:-@\[-^`{-\x7F])";
    return Json{{"type", Json::array({"string", "integer"})},
                {"pattern", fmt::format("^(?!-)(?!({})$){}+$", fmt::join(input::reserved, "|"), letter)},
                {"maxLength", input::longest_id}};
  });
}

// Text is taken as it is written, also where it looks like a number.
Json schema_of(SchemaBook& book, Type<std::string> /*type*/, const Range& /*range*/) {
  return book.part("string", [] {
    return Json{{"type", Json::array({"string", "number", "boolean"})}, {"minLength", 1}};
  });
}

Json schema_of(SchemaBook& book, Type<Text> /*type*/, const Range& range) {
  return book.part("text", [&] {
    const Json one = schema_of(book, Type<std::string>{}, range);
    return either(one, object_of({{"zh", one}, {"en", one}}, Json::array({"zh", "en"})));
  });
}

Json schema_of(SchemaBook& book, Type<PartyRef> /*type*/, const Range& /*range*/) {
  return schema_of_id(book);
}

Json schema_of(SchemaBook& book, Type<StreamRef> /*type*/, const Range& /*range*/) {
  return schema_of_id(book);
}

Json schema_of(SchemaBook& book, Type<SectorRef> /*type*/, const Range& /*range*/) {
  return schema_of_id(book);
}

Json schema_of(SchemaBook& book, Type<std::vector<StreamRef>> /*type*/, const Range& /*range*/) {
  return list_of_ids(book);
}

Json schema_of(SchemaBook& book, Type<std::vector<SectorRef>> /*type*/, const Range& /*range*/) {
  return list_of_ids(book);
}

}  // namespace shanhai::schema
