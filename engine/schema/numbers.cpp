#include "schema/numbers.hpp"

#include <cmath>

#include <fmt/format.h>

#include "input/laws.hpp"
#include "input/numbers.hpp"

namespace shanhai::schema {
namespace {

// Percentages of a range as a regular expression: editors take `6%` for text. Of numbers that are not negative at least
// the sign is judged, of shares also the size.
std::string percentages(const Range& range) {
  const std::string sign = range.low < 0 ? "[+-]?" : "(\\+|-(?=[0.]+%))?";
  const std::string scaled = "(((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)[eE][+-]?[0-9]+)";
  const std::string any = "((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)";
  const std::string to_100 = R"((100(\.0*)?|[1-9]?[0-9](\.[0-9]*)?|\.[0-9]+))";
  return fmt::format("^{}({}|{})%$", sign, range.high <= 1 ? to_100 : any, scaled);
}

Json limited(Json number, const Range& range) {
  if (std::isfinite(range.low)) {
    number[range.low_open ? "exclusiveMinimum" : "minimum"] = plain_number(range.low);
  }
  if (std::isfinite(range.high)) {
    number["maximum"] = plain_number(range.high);
  }
  return number;
}

// What a part about numbers of a range is called.
std::string named(std::string_view what, const Range& range) {
  return fmt::format("{}_{:g}{}_{:g}", what, range.low, range.low_open ? "_open" : "", range.high);
}

Json mean_and(SchemaBook& book, const char* spread, const Range& means) {
  return object_of(
      {{"mean", schema_of(book, Type<double>{}, means)}, {spread, schema_of(book, Type<double>{}, range::amount)}},
      Json::array({"mean", spread}));
}

Json outcomes(SchemaBook& book, const Json& value) {
  Json list = list_of(tuple_of(value, schema_of(book, Type<double>{}, range::positive_amount)));
  list["maxItems"] = input::most_outcomes;
  return list;
}

// Of a normal law only the mean can be judged, of a lognormal one nothing.
Json laws(SchemaBook& book, const Range& range) {
  const Json value = schema_of(book, Type<double>{}, range);
  Json properties{{"uniform", tuple_of(value, value)},
                  {"triangular", tuple_of(value, value, value)},
                  {"pert", tuple_of(value, value, value)},
                  {"normal", mean_and(book, "sd", range)},
                  {"lognormal", mean_and(book, "cv", range::positive_amount)},
                  {"discrete", outcomes(book, value)}};
  static_assert(input::law_names.size() == 6, "each law needs its schema");
  Json result = object_of(std::move(properties), {});
  result["minProperties"] = 1;
  result["maxProperties"] = 1;
  return result;
}

}  // namespace

Json plain_number(double value) {
  const auto whole = static_cast<std::int64_t>(value);
  return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

Json schema_of(SchemaBook& /*book*/, Type<bool> /*type*/, const Range& /*range*/) {
  return {{"type", "boolean"}};
}

Json schema_of(SchemaBook& /*book*/, Type<int> /*type*/, const Range& range) {
  return limited({{"type", "integer"}}, range);
}

Json schema_of(SchemaBook& /*book*/, Type<std::uint64_t> /*type*/, const Range& /*range*/) {
  return limited({{"type", "integer"}}, input::seed_range);
}

Json schema_of(SchemaBook& book, Type<double> /*type*/, const Range& range) {
  return book.part(named("known", range), [&] {
    return either(limited({{"type", "number"}}, range), Json{{"type", "string"}, {"pattern", percentages(range)}});
  });
}

Json schema_of(SchemaBook& book, Type<Number> /*type*/, const Range& range) {
  return book.part(named("number", range),
                   [&] { return either(schema_of(book, Type<double>{}, range), laws(book, range)); });
}

Json schema_of(SchemaBook& book, Type<std::vector<Number>> /*type*/, const Range& range) {
  return book.part(named("by_year", range), [&] {
    const Json number = schema_of(book, Type<Number>{}, range);
    Json list = list_of(number);
    list["maxItems"] = input::longest_list;
    return either(number, std::move(list));
  });
}

Json schema_of(SchemaBook& book, Type<Levels> /*type*/, const Range& range) {
  return schema_of(book, Type<std::vector<Number>>{}, range);
}

Json schema_of(SchemaBook& book, Type<Payments> /*type*/, const Range& range) {
  return schema_of(book, Type<std::vector<Number>>{}, range);
}

Json schema_of(SchemaBook& book, Type<std::vector<double>> /*type*/, const Range& range) {
  return list_of(schema_of(book, Type<double>{}, range));
}

Json schema_of(SchemaBook& book, Type<YearRange> /*type*/, const Range& /*range*/) {
  return book.part("years", [&] {
    const std::string year = "\\+?([1-9][0-9]?|1[0-9][0-9]|200)";
    return either(Json{{"type", "string"}, {"pattern", fmt::format("^{0}(-({0})?)?$", year)}},
                  limited({{"type", "integer"}}, {1, 200}));
  });
}

}  // namespace shanhai::schema
