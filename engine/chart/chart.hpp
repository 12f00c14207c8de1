#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace shanhai::chart {

/// Numbers along an axis, under a name.
struct Series {
  std::string name;
  std::vector<double> values;
};

/// How uncertain a quantity is from year to year: a band around its median.
struct Fan {
  std::string title;
  std::vector<double> q05;
  std::vector<double> q50;
  std::vector<double> q95;
};

/// Fans beside each other, on one scale.
struct Fans {
  std::vector<std::string> x;  ///< the years
  std::vector<Fan> panels;
  std::string y_title;
  std::string band_name;    ///< what the bands are called; empty for no key
  std::string median_name;  ///< and the medians
};

/// The 5%, 25%, 50%, 75% and 95% quantiles of one quantity.
struct Box {
  std::string name;
  std::array<double, 5> quantiles{};
};

/// Distributions below each other, in groups.
struct Boxes {
  struct Group {
    std::string title;
    std::vector<Box> boxes;
  };

  std::vector<Group> groups;
  std::string x_title;
  std::string whisker_name;  ///< what reaches from the 5% to the 95% quantile; empty for no key
  std::string box_name;      ///< from the 25% to the 75% quantile
  std::string median_name;
};

/// Bars side by side in each category.
struct Bars {
  std::vector<std::string> categories;
  std::vector<Series> series;
  std::string y_title;
  bool in_percent = false;  ///< the values are shares
};

/// Areas on top of each other.
struct Areas {
  std::vector<std::string> x;
  std::vector<Series> series;
  std::string y_title;
};

struct Lines {
  std::vector<std::string> x;
  std::vector<Series> series;
  std::string y_title;
  bool in_percent = false;
};

/// What an outcome becomes when one number after another is low, or high; the longest bar on top.
struct Tornado {
  struct Arm {
    std::string name;
    double low = 0;
    double high = 0;
  };

  double base = 0;  ///< the outcome where all numbers are as they are
  std::vector<Arm> arms;
  std::string x_title;
  std::string low_name;   ///< what the low ends are called
  std::string high_name;  ///< and the high ones
};

/// A share at each pair of values of two terms.
struct HeatMap {
  struct Mark {
    std::size_t x = 0;
    std::size_t y = 0;
    std::string text;
  };

  std::vector<std::string> x;
  std::vector<std::string> y;
  std::string x_title;
  std::string y_title;
  std::vector<std::vector<std::optional<double>>> values;  ///< [y][x]
  std::vector<Mark> marks;
};

/// A chart without its look. All texts are shown as they are; values are in the unit that the titles name, shares are
/// shown in percent. A value that is not finite leaves a gap.
using Chart = std::variant<Fans, Boxes, Bars, Areas, Lines, Tornado, HeatMap>;

}  // namespace shanhai::chart
