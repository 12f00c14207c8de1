#pragma once

#include "workbook/briefing.hpp"

namespace shanhai::workbook {

/// Quantiles of every scheme's and party's cash flow by year, and a chart of each; those of one party share their
/// scale.
/// @pre not of a twin
void add_bands(Workbook& book, const Briefing& briefing);

}  // namespace shanhai::workbook
