#pragma once

#include <string>
#include <vector>

namespace shanhai::chart {

/// A line of text in an SVG and the rectangle that its letters fill.
struct Placed {
  std::string text;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
};

/// All lines of text, with widths from the tables of Helvetica; a Chinese character is as wide as high.
[[nodiscard]] std::vector<Placed> placed_texts(const std::string& svg);

/// What is wrong: texts that overlap or leave the picture, in words.
[[nodiscard]] std::vector<std::string> layout_faults(const std::string& svg);

}  // namespace shanhai::chart
