#pragma once

#include "workbook/briefing.hpp"

namespace shanhai::workbook {

/// What each sheet is, what its words mean, and how the numbers were computed.
void add_about(Workbook& book, const Briefing& briefing);

}  // namespace shanhai::workbook
