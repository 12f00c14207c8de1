#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "run/run.hpp"

namespace shanhai::levels {

/// An instruction set that the engine is compiled for. All give the same bits; they differ in speed.
enum class Level : std::uint8_t { baseline, avx2, avx512 };

[[nodiscard]] std::string_view name_of(Level level) noexcept;

/// The levels that are part of this program and that this machine understands, the fastest last.
[[nodiscard]] std::vector<Level> levels_here();

/// run::run at a level.
/// @pre the level is one of levels_here()
[[nodiscard]] run::Result run(Level level, const run::Scenario& scenario, const run::Plan& plan, run::Watch& watch);

}  // namespace shanhai::levels
