#pragma once

#include <string>

#include "chart/painter.hpp"

namespace shanhai::chart {

/// The size of an SVG that a Painter drew.
[[nodiscard]] Size size_of(const std::string& svg);

/// It as PNG on white, so many pixels for each of its own: for programs that show no SVG. Its letters are those of the
/// fonts that the machine has. An SVG that a Painter did not draw is a bug of ours: the program ends.
[[nodiscard]] std::string png(const std::string& svg, double scale = 2);

}  // namespace shanhai::chart
