#pragma once

#include "workbook/briefing.hpp"

namespace shanhai::workbook {

/// Where summary_sheet.hpp has the mean net present value of a party; the table below repeats it.
[[nodiscard]] constexpr Place mean_in_summary(std::size_t scheme, std::size_t party) noexcept {
  constexpr std::size_t first_row = 10;
  return {first_row + scheme, 1 + party};
}

/// Writes the risks of every scheme and party from a row of the summary on.
void add_detail(Workbook::Sheet& sheet, const Briefing& briefing, std::size_t row);

}  // namespace shanhai::workbook
