#pragma once

#include "briefing/material.hpp"
#include "paper/paper.hpp"

namespace shanhai::briefing {

/// The briefing in one language. Every statement is made by a rule with its threshold, and every figure is bound to
/// what it is; the same material gives the same paper.
/// @param proof  what the figures can be reckoned again from
[[nodiscard]] paper::Paper brief(const Material& material, Language language, paper::Proof proof);

}  // namespace shanhai::briefing
