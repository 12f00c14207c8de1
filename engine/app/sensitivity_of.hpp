#pragma once

#include "memo/sensitivity_table.hpp"
#include "store/reader.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::app {

/// Which indices the points of a design give.
[[nodiscard]] memo::Indices indices_of(sweep::Design design);

/// What moves an outcome over a sweep's points: indices where the design gives them, and the ends of every axis.
/// @param found  a row a point: its number, the outcome, the axes' values; rows whose outcome is no number are left
/// out,
///               of a Saltelli design with all of their base row
[[nodiscard]] memo::SensitivityPage sensitivity_of(const store::Found& found,
                                                   const sweep::Sweep& sweep,
                                                   const store::Manifest& manifest);

}  // namespace shanhai::app
