#pragma once

#include <vector>

#include "core/embedded.hpp"

namespace shanhai::chart {

/// What draws, in the order in which it is loaded: what ECharts expects of its surroundings, ECharts, and our `js/`.
[[nodiscard]] std::vector<Embedded> scripts();

}  // namespace shanhai::chart
