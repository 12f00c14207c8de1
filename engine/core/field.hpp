#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "core/text.hpp"

namespace shanhai {

/// The values a number may take: from `low` to `high`, an end excluded where `open`.
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;

  [[nodiscard]] constexpr bool holds(double value) const noexcept {
    return (low_open ? value > low : value >= low) && value <= high;
  }
};

namespace range {
inline constexpr Range any{};
inline constexpr Range share{0, 1};
inline constexpr Range correlation{-1, 1};
inline constexpr Range persistence{-0.999, 0.999};
inline constexpr double most = 1e15;  // far above any budget, far below where sums lose yuan
inline constexpr Range money{-most, most};
inline constexpr Range amount{0, most};
inline constexpr Range positive_amount{0, most, true};
inline constexpr Range rate{-1, 10, true};
inline constexpr Range multiple{0, 100};
}  // namespace range

/// One key of a struct of the scenario language. The reader, the echo, the JSON Schema and the catalogue all read this.
template <class Owner, class Value>
struct Field {
  std::string_view key;
  Value Owner::*member;
  Words doc;
  Range range = range::any;
  bool required = true;

  [[nodiscard]] constexpr Field in(Range allowed) const noexcept { return {key, member, doc, allowed, required}; }
};

template <class Owner, class Value>
constexpr Field<Owner, Value> required(std::string_view key, Value Owner::*member, Words doc) {
  return {key, member, doc};
}

/// A key that may be left out: the member keeps the value it was built with.
template <class Owner, class Value>
constexpr Field<Owner, Value> optional(std::string_view key, Value Owner::*member, Words doc) {
  return {key, member, doc, range::any, false};
}

/// A struct whose keys are listed by `fields()`, a tuple of Field.
template <class T>
concept Described = requires {
  std::tuple_size<decltype(T::fields())>::value;
};

/// A struct of which exactly one of the keys in `choice` must be given; their members are std::optional.
template <class T>
concept Choosing = Described<T> && requires {
  T::choice.size();
};

/// An enumeration written as one of `words_of(T{})`, in the order of its enumerators.
template <class T>
concept Worded = std::is_enum_v<T> && requires {
  words_of(T{}).size();
};

/// Calls `visit(field)` for each field of T, in order.
template <Described T, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, T::fields());
}

}  // namespace shanhai
