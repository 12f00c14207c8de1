#pragma once

#include <cstddef>
#include <string>

namespace shanhai::workbook {

/// A cell of a sheet; rows and columns count from 0.
struct Place {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// A block of cells, both corners included.
struct Block {
  Place first;
  Place last;
};

/// A cell as a formula names it: C7.
[[nodiscard]] std::string reference(const Place& place);

/// One that stays where it is when the formula is copied: $C$7.
[[nodiscard]] std::string fixed(const Place& place);

/// A block as a formula names it: C7:F7.
[[nodiscard]] std::string reference(const Block& block);

/// Whatever stands in another sheet: 'Cash flows'!C7.
/// @pre the name has no apostrophe
[[nodiscard]] std::string in_sheet(const std::string& sheet, const std::string& reference);

}  // namespace shanhai::workbook
