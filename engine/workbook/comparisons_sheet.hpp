#pragma once

#include "workbook/briefing.hpp"

namespace shanhai::workbook {

/// Every pair of schemes for every party, on the same futures. Nothing for a single scheme.
void add_comparisons(Workbook& book, const Briefing& briefing);

}  // namespace shanhai::workbook
