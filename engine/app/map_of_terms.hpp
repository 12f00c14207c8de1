#pragma once

#include <optional>

#include "app/load_sweep.hpp"
#include "study/laboratory.hpp"
#include "study/zone.hpp"

namespace shanhai::app {

inline constexpr double chance_by_default = 0.9;  ///< that a concession is to give a party

/// What is wrong with a sweep of which a zone of agreement is to be drawn: it must be a grid of one or two axes that
/// change terms only.
[[nodiscard]] std::optional<Fault> fault_of_map(const SweepFiles& files);

/// The only scheme that the axes change, or nothing.
[[nodiscard]] std::optional<std::size_t> scheme_of_axes(const SweepFiles& files);

/// The zone of agreement under a scheme.
/// @pre fault_of_map() finds none
[[nodiscard]] study::Tried<study::Zone> map_of_terms(const SweepFiles& files,
                                                     std::size_t scheme,
                                                     double chance,
                                                     study::Laboratory& laboratory);

}  // namespace shanhai::app
