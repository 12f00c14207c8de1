#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "core/field.hpp"
#include "core/text.hpp"

namespace shanhai::schema {

using Json = nlohmann::ordered_json;

/// Stands for a type where there is no value of it.
template <class T>
struct Type {};

/// A schema while it is written: the language of its descriptions, and the parts that others refer to.
///
/// Every `schema_of(book, Type<T>, range)` gives the schema of what `read` of a T accepts; there is one for each
/// `read`, and a member of a type without one does not compile.
class SchemaBook {
 public:
  explicit SchemaBook(Language language) : language_(language) {}

  [[nodiscard]] std::string say(Words words) const { return std::string(words.in(language_)); }

  /// A reference to a part, which `write()` writes when it is first referred to.
  template <class Write>
  Json part(const std::string& name, Write&& write) {
    if (!parts_.contains(name)) {
      parts_[name] = nullptr;  // keeps its place, and ends a part that refers to itself
      Json written = write();
      parts_[name] = std::move(written);
    }
    return {{"$ref", "#/definitions/" + name}};
  }

  [[nodiscard]] const Json& parts() const noexcept { return parts_; }

 private:
  Language language_;
  Json parts_ = Json::object();
};

/// A schema with a description. A reference stands in a list of its own, as what stands beside it would be ignored.
[[nodiscard]] inline Json described(Json schema, std::string text) {
  Json result{{"description", std::move(text)}};
  if (schema.contains("$ref")) {
    result["allOf"] = Json::array({std::move(schema)});
  } else {
    result.update(schema);
  }
  return result;
}

/// One of several schemas.
template <class... Schemas>
[[nodiscard]] Json either(Schemas... schemas) {
  return {{"anyOf", Json::array({std::move(schemas)...})}};
}

/// A list of at least so many items.
[[nodiscard]] inline Json list_of(Json item, std::size_t least = 1) {
  return {{"type", "array"}, {"items", std::move(item)}, {"minItems", least}};
}

/// A list of exactly these items.
template <class... Items>
[[nodiscard]] Json tuple_of(Items... items) {
  return {{"type", "array"},
          {"items", Json::array({std::move(items)...})},
          {"minItems", sizeof...(items)},
          {"maxItems", sizeof...(items)}};
}

/// A map with keys of the writer's own.
[[nodiscard]] inline Json map_of(Json keys, Json value) {
  return {{"type", "object"},
          {"propertyNames", std::move(keys)},
          {"additionalProperties", std::move(value)},
          {"minProperties", 1}};
}

/// A map with these keys and no others.
[[nodiscard]] inline Json object_of(Json properties, Json required) {
  Json result{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!required.empty()) {
    result["required"] = std::move(required);
  }
  return result;
}

}  // namespace shanhai::schema
