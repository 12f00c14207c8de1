#include "schema/catalogue.hpp"

#include <algorithm>

#include "schema/defaults.hpp"
#include "schema/forms.hpp"
#include "scheme/each_clause.hpp"

namespace shanhai::schema {
namespace {

template <class T>
bool is_choice(std::string_view key) {
  if constexpr (Choosing<T>) {
    return std::ranges::find(T::choice, key) != T::choice.end();
  } else {
    return false;
  }
}

/// The keys of a struct, those of a struct in it after the key they stand under.
template <Described T>
void add_keys(std::vector<KeyEntry>& entries, const std::string& above) {
  for_each_field<T>([&]<class Value>(const Field<T, Value>& field) {
    const std::string key = above + std::string(field.key);
    if constexpr (Described<Value>) {
      add_keys<Value>(entries, key + ".");
    } else {
      const Json otherwise = field.required ? Json(nullptr) : default_of(T{}.*field.member);
      entries.push_back(
          {key, field.doc, form_of(Type<Value>{}), field.range, field.required, is_choice<T>(field.key), otherwise});
    }
  });
}

}  // namespace

std::vector<ClauseEntry> clause_catalogue() {
  std::vector<ClauseEntry> catalogue;
  scheme::for_each_clause([&]<class Rule>() {
    catalogue.push_back({Rule::key, Rule::summary, Rule::stage, {}});
    add_keys<Rule>(catalogue.back().keys, "");
  });
  return catalogue;
}

}  // namespace shanhai::schema
