#pragma once

#include "briefing/writer.hpp"

/// The sections of the chapter on results.
namespace shanhai::briefing {

void revenue_results(Writer& writer);
void npv_results(Writer& writer);
void flow_results(Writer& writer);
void zone_results(Writer& writer, const DrawnZone& drawn);

}  // namespace shanhai::briefing
