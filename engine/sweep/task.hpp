#pragma once

#include <cstdint>
#include <vector>

#include "sweep/points.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::sweep {

/// Points that one process takes at once: they see the same futures and differ in their terms only.
struct Task {
  std::vector<std::uint64_t> points;
};

/// Whether a key is a term of the contracts: schemes, costs, transfers. Other keys change the futures.
[[nodiscard]] bool is_term(std::string_view path);

/// For each scheme of the base scenario, the axes that change it.
[[nodiscard]] std::vector<std::vector<std::size_t>> axes_of_schemes(const Sweep& sweep, const document::Node& base);

/// All points in tasks, in a fixed order that depends on nothing else.
/// @param most_schemes  that a task may have, each counted once; a point is never divided
[[nodiscard]] std::vector<Task> tasks_of(const Sweep& sweep,
                                         const document::Node& base,
                                         const Points& points,
                                         std::size_t most_schemes);

}  // namespace shanhai::sweep
