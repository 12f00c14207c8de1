#pragma once

#include "core/field.hpp"
#include "core/number.hpp"
#include "schema/numbers.hpp"

namespace shanhai::schema {

/// What a member holds that was left out, as a scenario would write it; null where there is nothing to write, or where
/// it depends on the scenario.
template <class T>
[[nodiscard]] Json default_of(const T& /*value*/) {
  return nullptr;
}

[[nodiscard]] inline Json default_of(bool value) {
  return value;
}

[[nodiscard]] inline Json default_of(int value) {
  return value;
}

[[nodiscard]] inline Json default_of(double value) {
  return plain_number(value);
}

[[nodiscard]] inline Json default_of(const Number& value) {
  return plain_number(value.value);
}

[[nodiscard]] inline Json default_of(const Levels& value) {
  return value.values.empty() ? Json(nullptr) : default_of(value.values.front());
}

[[nodiscard]] inline Json default_of(const Payments& value) {
  return value.values.empty() ? Json(0) : default_of(value.values.front());
}

[[nodiscard]] inline Json default_of(const std::vector<Number>& value) {
  return default_of(Levels(value));
}

template <Worded T>
[[nodiscard]] Json default_of(const T& value) {
  return std::string(words_of(T{})[static_cast<std::size_t>(value)]);
}

}  // namespace shanhai::schema
