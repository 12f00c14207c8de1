#pragma once

#include "workbook/briefing.hpp"

namespace shanhai::workbook {

/// Mean revenue by stream and year: what stays local and, where known, the gross revenue and what goes to the centre
/// and the province; with sums as formulas and a chart. With feedback once for each scheme.
void add_revenue(Workbook& book, const Briefing& briefing);

}  // namespace shanhai::workbook
