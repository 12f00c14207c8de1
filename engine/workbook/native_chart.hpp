#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "workbook/place.hpp"

struct lxw_chart;
struct lxw_workbook;

namespace shanhai::workbook {

/// A chart of Excel's own, drawn from cells of one sheet and drawn anew when they change.
struct NativeChart {
  enum class Kind : std::uint8_t { columns, stacked, lines };

  enum class Tone : std::uint8_t { own, middle, edge };  ///< one of the palette; the middle or an edge of a band

  struct Series {
    Place name;  ///< the cell that holds it
    Block values;
    Tone tone = Tone::own;
    std::vector<double> results = {};  ///< where the values are formulas, what they give
  };

  Kind kind = Kind::columns;
  std::string title;
  std::string number;  ///< the format of the axis
  std::string sheet;
  Block categories;
  std::vector<Series> series = {};
  std::optional<double> low = {};  ///< where the axis begins and ends, by default where Excel wants
  std::optional<double> high = {};
  double left = 0;  ///< from the left edge of its cell, in pixels
  double width = 480;
  double height = 288;
};

/// Adds a chart to a workbook, not yet to a sheet.
[[nodiscard]] lxw_chart* draw(lxw_workbook* book, const NativeChart& chart);

}  // namespace shanhai::workbook
