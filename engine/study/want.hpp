#pragma once

#include <string_view>
#include <variant>

#include "study/figure.hpp"

namespace shanhai::study {

/// What a figure of an outcome is wanted to be.
struct Want {
  enum class Relation : std::uint8_t { equal, at_least, at_most };

  Figure figure;
  Relation relation = Relation::equal;
  double value = 0;
};

/// Reads a wish such as `p_below_wuyi <= 10%`, with =, >= or <=.
/// @returns it, or what is wrong with the text; a name that is not known names the nearest
[[nodiscard]] std::variant<Want, Text> read_want(std::string_view text, const run::Scenario& scenario);

}  // namespace shanhai::study
