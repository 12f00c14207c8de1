#pragma once

#include <string>

#include "chart/chart.hpp"

namespace shanhai::chart {

/// A chart as the scripts in `js/` read it: JSON with the names of the fields, and `kind`, such as `heat_map`. What no
/// XML can hold (control characters, broken UTF-8) is replaced; a number that is not finite is null.
[[nodiscard]] std::string to_json(const Chart& chart);

}  // namespace shanhai::chart
