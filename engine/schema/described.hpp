#pragma once

#include <optional>
#include <vector>

#include "input/described.hpp"
#include "schema/book.hpp"
#include "schema/defaults.hpp"
#include "schema/names.hpp"
#include "schema/numbers.hpp"
#include "schema/shares.hpp"

namespace shanhai::schema {

template <class T>
Json schema_of(SchemaBook& book, Type<std::optional<T>> type, const Range& range);
template <Worded T>
Json schema_of(SchemaBook& book, Type<T> type, const Range& range);
template <Described T>
Json schema_of(SchemaBook& book, Type<T> type, const Range& range);
template <Described T>
Json schema_of(SchemaBook& book, Type<std::vector<T>> type, const Range& range);
template <input::Named T>
Json schema_of(SchemaBook& book, Type<std::vector<T>> type, const Range& range);

/// The schema of one key of a struct, with what it means and, where it may be left out, what it is then.
template <class Owner, class Value>
[[nodiscard]] Json schema_of_field(SchemaBook& book, const Field<Owner, Value>& field) {
  Json result = described(schema_of(book, Type<Value>{}, field.range), book.say(field.doc));
  const Json otherwise = field.required ? Json(nullptr) : default_of(Owner{}.*field.member);
  if (!otherwise.is_null()) {
    result["default"] = otherwise;
  }
  return result;
}

/// At most so many entries of a map by ids.
[[nodiscard]] inline Json named_map(SchemaBook& book, Json value, std::size_t least) {
  Json result = map_of(schema_of_id(book), std::move(value));
  result["minProperties"] = least;
  result["maxProperties"] = input::most_named;
  return result;
}

template <class T>
Json schema_of(SchemaBook& book, Type<std::optional<T>> /*type*/, const Range& range) {
  return schema_of(book, Type<T>{}, range);
}

template <Worded T>
Json schema_of(SchemaBook& /*book*/, Type<T> /*type*/, const Range& /*range*/) {
  return {{"enum", words_of(T{})}};
}

/// A map with the keys of a struct.
template <Described T>
[[nodiscard]] Json schema_of_struct(SchemaBook& book) {
  Json properties = Json::object();
  Json required = Json::array();
  for_each_field<T>([&](const auto& field) {
    properties[std::string(field.key)] = schema_of_field(book, field);
    if (field.required) {
      required.push_back(field.key);
    }
  });
  Json result = object_of(std::move(properties), std::move(required));
  if constexpr (Choosing<T>) {
    for (const std::string_view key : T::choice) {
      result["oneOf"].push_back({{"required", Json::array({key})}});
    }
  }
  return result;
}

template <Described T>
Json schema_of(SchemaBook& book, Type<T> /*type*/, const Range& /*range*/) {
  constexpr auto fields = T::fields();
  if constexpr (std::get<0>(fields).key.empty()) {
    return schema_of_field(book, std::get<0>(fields));
  } else {
    return schema_of_struct<T>(book);
  }
}

template <Described T>
Json schema_of(SchemaBook& book, Type<std::vector<T>> /*type*/, const Range& range) {
  return list_of(schema_of(book, Type<T>{}, range), 0);
}

template <input::Named T>
Json schema_of(SchemaBook& book, Type<std::vector<T>> /*type*/, const Range& range) {
  return named_map(book, schema_of(book, Type<T>{}, range), 1);
}

}  // namespace shanhai::schema
