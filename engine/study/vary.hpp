#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "core/text.hpp"
#include "document/node.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::study {

/// What varies: one axis, as a sweep that may visit any place in [0, 1] of it.
struct Vary {
  sweep::Sweep sweep;
  bool in_percent = false;  ///< the numbers were written as percentages

  [[nodiscard]] const std::vector<sweep::Key>& keys() const noexcept { return sweep.axes.front().keys; }
};

/// Reads what is to vary, such as `schemes.equal.shares.wuyi = 30%..70%`: one axis whose keys move together from their
/// first number to their last; several keys stand apart by commas.
///
/// A single key that is one of two shares which add up to 1 takes the other with it, so that they still do.
/// @returns it, or what is wrong with the text
[[nodiscard]] std::variant<Vary, Text> read_vary(std::string_view text, const document::Node& base);

}  // namespace shanhai::study
