#pragma once

#include "run/run.hpp"
#include "run/simulator.hpp"

namespace shanhai::run {

/// Finds the first number that is not finite in a block of `lanes` paths from `first`, path by path.
/// @pre the block holds one
[[nodiscard]] NonFinite locate(const Setup& setup, std::uint64_t first, std::size_t lanes);

}  // namespace shanhai::run
