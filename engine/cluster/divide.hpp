#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shanhai::cluster {

/// Tasks cut into smaller ones, in their order, until there are at least so many or each has one point. The largest are
/// cut most, each into parts that differ by one point at most.
[[nodiscard]] std::vector<std::vector<std::uint64_t>> divided(const std::vector<std::vector<std::uint64_t>>& tasks,
                                                              std::size_t least);

}  // namespace shanhai::cluster
