#include "chart/chart.hpp"

#include <algorithm>
#include <cmath>
#include <regex>

#include "layout.hpp"
#include <catch2/catch.hpp>

#include "chart/painter.hpp"

namespace shanhai::chart {
namespace {

/// Where the middle of a text stands.
double y_of(const std::string& svg, const std::string& text) {
  const std::vector<Placed> all = placed_texts(svg);
  const auto found = std::ranges::find(all, text, &Placed::text);
  REQUIRE(found != all.end());
  return (found->top + found->bottom) / 2;
}

double x_of(const std::string& svg, const std::string& text) {
  const std::vector<Placed> all = placed_texts(svg);
  const auto found = std::ranges::find(all, text, &Placed::text);
  REQUIRE(found != all.end());
  return (found->left + found->right) / 2;
}

struct Point {
  double x = 0;
  double y = 0;
};

/// The corners of a path, which has straight lines only, in absolute or relative steps.
std::vector<Point> corners(const std::string& path) {
  static const std::regex step("([MLl]?)(-?[0-9.]+) (-?[0-9.]+)");
  std::vector<Point> all;
  std::string kind;
  for (std::sregex_iterator at(path.begin(), path.end(), step), end; at != end; ++at) {
    kind = (*at)[1].length() > 0 ? (*at)[1].str() : kind;
    const Point from = kind == "l" ? all.back() : Point{};
    all.push_back({from.x + std::stod((*at)[2]), from.y + std::stod((*at)[3])});
  }
  return all;
}

/// The corners of all shapes that have this fill or stroke, shape by shape.
std::vector<std::vector<Point>> shapes(const std::string& svg, const std::string& paint) {
  static const std::regex shape("<(path|polygon|polyline)[^>]*>");
  static const std::regex list("( d| points)=\"([^\"]*)\"");
  std::vector<std::vector<Point>> all;
  for (std::sregex_iterator at(svg.begin(), svg.end(), shape), end; at != end; ++at) {
    const std::string text = at->str();
    std::smatch found;
    if (text.find(paint) != std::string::npos && std::regex_search(text, found, list)) {
      all.push_back(corners(found[2]));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("A fan reaches from its low to its high quantiles, on one scale with its neighbour", "[chart]") {
  Painter painter;
  const Fans chart{{"1", "2", "3"},
                   {{"a", {-10, 0, 10}, {0, 10, 20}, {10, 20, 30}}, {"b", {0, 0, 0}, {10, 10, 10}, {20, 20, 20}}},
                   "y",
                   "",
                   ""};
  const std::string svg = painter.svg(chart);
  const double zero = y_of(svg, "0");
  const double pixel = (zero - y_of(svg, "20")) / 20;
  const auto bands = shapes(svg, "fill=\"#c3d5e6\"");
  REQUIRE(bands.size() == 2);
  const std::vector<double> want{10, 20, 30, 10, 0, -10};
  for (std::size_t i = 0; i < want.size(); ++i) {
    CHECK(bands[0][i].y == Approx(zero - pixel * want[i]).margin(0.6));
    CHECK(bands[1][i].y == Approx(zero - pixel * (i < 3 ? 20 : 0)).margin(0.6));
  }
  const auto medians = shapes(svg, "stroke-width=\"2\"");
  REQUIRE(medians.size() == 2);
  CHECK(medians[0][2].y == Approx(medians[0][0].y - 20 * pixel).margin(0.6));
  CHECK(medians[1][0].y == Approx(zero - 10 * pixel).margin(0.6));
}

TEST_CASE("Bars are as long as their values and say them", "[chart]") {
  Painter painter;
  const std::string upright = painter.svg(Bars{{"a", "b", "c"}, {{"s", {1200, -600, 300}}}, "y", false});
  const double zero = y_of(upright, "0");
  const double pixel = (zero - y_of(upright, "1,000")) / 1000;
  const auto bars = shapes(upright, "fill=\"#1b3a5c\"");
  REQUIRE(bars.size() == 3);
  const std::vector<double> want{1200, -600, 300};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto [low, high] = std::ranges::minmax(bars[i], {}, &Point::y);
    CHECK(high.y - low.y == Approx(pixel * std::abs(want[i])).margin(1));
    CHECK((want[i] > 0 ? high.y : low.y) == Approx(zero).margin(1));
  }
  CHECK(y_of(upright, "1,200") < y_of(upright, "300"));
  CHECK(y_of(upright, "-600") > zero);

  const std::string lying = painter.svg(Bars{{std::string(40, 'a'), "b"}, {{"s", {0.5, 0.25}}}, "y", true});
  CHECK(x_of(lying, "50.0%") - x_of(lying, "25.0%") == Approx(x_of(lying, "40%") - x_of(lying, "20%")).epsilon(0.3));
  CHECK(y_of(lying, "50.0%") < y_of(lying, "25.0%"));
}

TEST_CASE("Areas stand on each other", "[chart]") {
  Painter painter;
  const std::string svg = painter.svg(Areas{{"1", "2"}, {{"", {10, 20}}, {"", {10, 20}}}, "y"});
  const auto low = shapes(svg, "fill=\"#1b3a5c\"");
  const auto high = shapes(svg, "fill=\"#d69a2d\"");
  const double zero = y_of(svg, "0");
  const double pixel = (zero - y_of(svg, "20")) / 20;
  REQUIRE((low.size() == 1 && high.size() == 1));
  const auto top = [](const std::vector<Point>& area) {
    return std::ranges::min(area, {}, &Point::y).y;
  };
  CHECK(top(low[0]) == Approx(zero - 20 * pixel).margin(1));
  CHECK(top(high[0]) == Approx(zero - 40 * pixel).margin(1));
}

TEST_CASE("A line has gaps where it has no values, and a point without neighbours a symbol", "[chart]") {
  Painter painter;
  const double none = std::nan("");
  const std::string gaps = painter.svg(Lines{{"1", "2", "3"}, {{"", {0.1, none, 0.3}}}, "y", true});
  const std::string whole = painter.svg(Lines{{"1", "2", "3"}, {{"", {0.1, 0.2, 0.3}}}, "y", true});
  CHECK_THAT(whole, !Catch::Contains("fill=\"#1b3a5c\""));
  CHECK_THAT(gaps, Catch::Contains("fill=\"#1b3a5c\""));
  CHECK(y_of(whole, "30%") < y_of(whole, "10%"));
}

TEST_CASE("The longest bar of a tornado is on top, each end with its outcome on its side of the base", "[chart]") {
  Painter painter;
  const std::string svg =
      painter.svg(Tornado{100, {{"short", 99, 101}, {"long", 130, 60}, {"aside", 110, 120}}, "x", "l", "h"});
  CHECK(y_of(svg, "long") < y_of(svg, "aside"));
  CHECK(y_of(svg, "aside") < y_of(svg, "short"));
  const double base = x_of(svg, "100");
  CHECK(x_of(svg, "60.0") < base);
  CHECK(x_of(svg, "130.0") > base);
  CHECK(x_of(svg, "110.0") > base);
  CHECK(x_of(svg, "120.0") > x_of(svg, "110.0"));
}

TEST_CASE("A heat map begins at the lower left, says shares, keeps what is unknown empty and shows its marks",
          "[chart]") {
  Painter painter;
  const HeatMap chart{
      {"x0", "x1"}, {"y0", "y1"}, "x", "y", {{0.12, std::nullopt}, {0.34, 0.99}}, {{1, 0, "N"}, {0, 1, "K"}}};
  const std::string svg = painter.svg(chart);
  CHECK(x_of(svg, "12%") == Approx(x_of(svg, "x0")).margin(1));
  CHECK(y_of(svg, "12%") == Approx(y_of(svg, "y0")).margin(1));
  CHECK(x_of(svg, "99%") == Approx(x_of(svg, "x1")).margin(1));
  CHECK(y_of(svg, "99%") == Approx(y_of(svg, "y1")).margin(1));
  CHECK(x_of(svg, "N") == Approx(x_of(svg, "x1")).margin(1));
  CHECK(y_of(svg, "N") == Approx(y_of(svg, "y0")).margin(1));
  CHECK(y_of(svg, "K") > y_of(svg, "34%"));
  CHECK(std::ranges::count_if(placed_texts(svg), [](const Placed& one) { return one.text.ends_with("%"); }) ==
        4);  // and the key
}

TEST_CASE("Boxes stand at their quantiles", "[chart]") {
  Painter painter;
  const std::string svg = painter.svg(Boxes{{{"g", {{"a", {0, 10, 20, 30, 40}}}}}, "x", "", "", ""});
  const double zero = x_of(svg, "0");
  const double pixel = (x_of(svg, "20") - zero) / 20;
  const auto lines = shapes(svg, "stroke-width=\"2\"");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0][0].x == Approx(zero + 20 * pixel).margin(1));
  const auto boxes = shapes(svg, "fill=\"#1b3a5c\"");
  REQUIRE(boxes.size() == 1);
  const auto [low, high] = std::ranges::minmax(boxes[0], {}, &Point::x);
  CHECK(low.x == Approx(zero + 10 * pixel).margin(1));
}

}  // namespace shanhai::chart
