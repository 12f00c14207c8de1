#pragma once

#include <string>
#include <variant>

#include "store/reader.hpp"

namespace shanhai::workbook {

/// Whether what was found fits a sheet of Excel's.
[[nodiscard]] bool fits_a_sheet(const store::Found& found) noexcept;

/// What was found in a store as a workbook for Excel, or the errno of why none could be made: a sheet of results, a row
/// a point and scheme, numbers to sixteen digits; a sheet that says what it is the result of and what each column
/// means; and the texts of the base scenario and of the sweep.
/// @pre it fits a sheet
[[nodiscard]] std::variant<std::string, int> found_xlsx(const store::Reader& reader, const store::Found& found);

}  // namespace shanhai::workbook
