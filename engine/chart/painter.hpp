#pragma once

#include <memory>
#include <string>

#include "chart/chart.hpp"

struct duk_hthread;

namespace shanhai::chart {

/// In pixels. Texts are 12 pixels high: at a width of 600 on a page of A4 about 9 points.
struct Size {
  double width = 600;
  double height = 0;  ///< wished for: a chart takes what its texts and rows need, and what can stretch takes the rest
};

/// Draws charts with ECharts, which it loads once: that takes some tenths of a second. The same chart always gives the
/// same text. Not to be shared between threads. A script that fails is a bug of ours: the program ends.
class Painter {
 public:
  Painter();

  /// A chart as an SVG that shows the same everywhere: no script, no style sheet, no ids, no references. All texts are
  /// escaped.
  [[nodiscard]] std::string svg(const Chart& chart, Size size = {});

 private:
  struct Ended {
    void operator()(duk_hthread* heap) const noexcept;
  };

  std::unique_ptr<duk_hthread, Ended> heap_;
};

}  // namespace shanhai::chart
