#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace shanhai::analysis {

/// What the parties gain at each point of a map of terms, over what they would have without a deal. Shape
/// [point][party].
using Gains = std::vector<std::vector<double>>;

/// The point with the largest product of gains, of those at which nobody loses. Source: Nash, "The bargaining
/// problem", Econometrica 18 (1950), on the points of a map instead of all mixtures of them.
/// @returns nothing where somebody loses at every point; points with a NaN do not count
[[nodiscard]] std::optional<std::size_t> nash_point(const Gains& gains);

/// The point at which the party that comes least near to its ideal comes nearest: the ideal of a party is the most it
/// gains at any point at which nobody loses. Source: Kalai and Smorodinsky, "Other solutions to Nash's bargaining
/// problem", Econometrica 43 (1975), likewise.
[[nodiscard]] std::optional<std::size_t> kalai_smorodinsky_point(const Gains& gains);

}  // namespace shanhai::analysis
