#pragma once

#include <string>
#include <vector>

#include "briefing/writer.hpp"

namespace shanhai::briefing {

/// The years that tables show, as far as the horizon reaches.
[[nodiscard]] std::vector<int> shown_years(int last);

/// A year with its calendar year.
[[nodiscard]] std::string year_label(const Writer& writer, int year);

/// Years as labels of an axis, both ends included.
[[nodiscard]] std::vector<std::string> year_axis(int first, int last);

/// Amounts by year in the unit of the paper's money.
[[nodiscard]] std::vector<double> in_unit(const Writer& writer, const std::vector<run::Estimate>& amounts);

}  // namespace shanhai::briefing
