#pragma once

#include "workbook/briefing.hpp"

namespace shanhai::workbook {

/// Where the numbers of the scenario come from: each path with a source and the fact or text it cites; then each
/// without one, which is an assumption.
void add_sources(Workbook& book, const Briefing& briefing);

}  // namespace shanhai::workbook
