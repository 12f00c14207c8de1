#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "store/manifest.hpp"

namespace shanhai::memo {

/// What a column of a store's view `results` holds.
struct FoundColumn {
  enum class Kind : std::uint8_t {
    count,   ///< a whole number
    axis,    ///< a value as it was written, a number where it is one
    chance,  ///< a share of futures
    money,   ///< in the manifest's unit
    number,  ///< in no unit
    text,
  };

  std::string name;
  Kind kind = Kind::text;
  Text meaning;  ///< empty where nothing is known of it
};

/// What the columns of an answer mean, in their order. The first are those of the view, whose places are known whatever
/// their axes and parties are called; nothing is known of any beyond.
[[nodiscard]] std::vector<FoundColumn> found_columns(const store::Manifest& manifest,
                                                     const std::vector<std::string>& names);

}  // namespace shanhai::memo
