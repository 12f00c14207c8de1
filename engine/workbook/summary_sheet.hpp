#pragma once

#include "workbook/briefing.hpp"

namespace shanhai::workbook {

/// What the run is, and each scheme in one row: every party's mean net present value, which follows from the sheet of
/// cash flows, the chance that all accept, evenness; charts of both; below them each party's risks.
void add_summary(Workbook& book, const Briefing& briefing);

}  // namespace shanhai::workbook
