#pragma once

#include "briefing/writer.hpp"

/// The chapters of a briefing, in their order.
namespace shanhai::briefing {

void key_points(Writer& writer);
void background(Writer& writer);
void the_schemes(Writer& writer);
void method(Writer& writer);
void results(Writer& writer);
void risks(Writer& writer);
void advice(Writer& writer);
void compliance(Writer& writer);
void annex(Writer& writer);

}  // namespace shanhai::briefing
