#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/reader.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::app {

/// Where values of an axis stand: numbers as they are; where any is none, all by their place in the list.
class AxisScale {
 public:
  AxisScale(const sweep::Sweep& sweep, const sweep::Axis& axis);

  /// Of a cell in the axis' column.
  [[nodiscard]] double place(const store::Cell& cell) const;

  [[nodiscard]] const std::string& lowest() const { return levels_.front(); }

  [[nodiscard]] const std::string& highest() const { return levels_.back(); }

 private:
  [[nodiscard]] bool by_number() const;

  std::vector<std::string> levels_;
  std::vector<std::optional<double>> numbers_;
};

}  // namespace shanhai::app
