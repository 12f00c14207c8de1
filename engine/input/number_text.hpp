#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/text.hpp"

namespace shanhai::input {

/// A number as it was written, or why it cannot be read.
template <class Value>
struct Reading {
  std::optional<Value> value;
  Text reason;  ///< advice to the writer; empty exactly when there is a value
};

/// Reads `[+-]digits[.digits][e[+-]digits][%]` with digits before or after the point; the nearest double, also of a
/// percentage (6% is 0.06 bit for bit). Refuses leading zeros, other bases, separators, full-width digits, infinity,
/// NaN, and what would overflow or vanish to 0.
[[nodiscard]] Reading<double> to_number(std::string_view text);

/// Reads `[+-]digits`, with the same refusals.
[[nodiscard]] Reading<std::int64_t> to_integer(std::string_view text);

}  // namespace shanhai::input
