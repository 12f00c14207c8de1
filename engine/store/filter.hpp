#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "store/refusal.hpp"

namespace shanhai::store {

/// Which rows of a table satisfy an SQL condition over its columns; numbers, percentages too, compare as numbers.
/// Refused: a condition that SQLite does not understand, in its words.
/// @param value  the text of a row in a column
[[nodiscard]] OrRefusal<std::vector<bool>> matching(
    const std::vector<std::string>& columns,
    std::uint64_t rows,
    const std::function<std::string(std::uint64_t row, std::size_t column)>& value,
    const std::string& condition);

}  // namespace shanhai::store
