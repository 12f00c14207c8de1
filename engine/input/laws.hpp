#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/law.hpp"
#include "input/reader.hpp"

namespace shanhai::input {

/// Whether a map is a distribution, if perhaps with its name misspelt.
[[nodiscard]] bool looks_uncertain(const Node& node);

/// Reads a distribution, such as `{uniform: [0, 1]}`; reports what is wrong with it.
[[nodiscard]] std::optional<Law> to_law(Reader& reader, const Node& node);

/// Whether no draw leaves the range; a lognormal one has no upper end, so it fits only ranges without a limit.
[[nodiscard]] bool stays_within(const Law& law, const Range& range);

/// The names of the distributions.
inline constexpr std::array<std::string_view, 6> law_names{
    "uniform", "triangular", "pert", "normal", "lognormal", "discrete"};

/// At most this many values of a discrete distribution.
inline constexpr std::size_t most_outcomes = 200;

}  // namespace shanhai::input
