#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "random/stream.hpp"

namespace shanhai::analysis {

/// How often each of `count` things counts in one resample of as many, drawn with replacement: a pure function of its
/// arguments. Source: Efron, "Bootstrap methods", Annals of Statistics 7 (1979).
/// @param number  of the resample
[[nodiscard]] std::vector<double> resample(const random::Stream& stream, std::size_t count, std::uint32_t number);

}  // namespace shanhai::analysis
