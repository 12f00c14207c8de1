#pragma once

#include <string>
#include <vector>

#include "chart/chart.hpp"
#include "core/text.hpp"

namespace shanhai::chart {

struct Example {
  std::string name;
  Chart chart;
};

/// Charts as a memo has them, and hard ones: names of 20 Chinese characters or 45 Latin letters, five schemes of three
/// parties, 30 years, values from 0.1 to a million, all below zero, all zero, none.
[[nodiscard]] std::vector<Example> gallery(Language language);

/// All texts of a chart that must be readable in its picture.
[[nodiscard]] std::vector<std::string> texts_of(const Chart& chart);

}  // namespace shanhai::chart
