#pragma once

#include <functional>
#include <span>
#include <vector>

#include "study/laboratory.hpp"
#include "sweep/bundle.hpp"

namespace shanhai::study {

/// The NPVs of paths under one scheme, shape [party][path].
using Npv = std::span<const std::vector<double>>;

/// Is told of every point what the scheme came to.
using Visit = std::function<void(std::uint64_t point, const run::SchemeOutcome& outcome, Npv npv)>;

/// Simulates one scheme at all points of a sweep, several points in one run where they differ in their terms only.
/// @param scheme  its place among those of the base scenario
/// @returns the points that are no scenarios
[[nodiscard]] Tried<std::vector<sweep::Failure>> at_points(Laboratory& laboratory,
                                                           const sweep::Sweep& sweep,
                                                           const document::Node& base,
                                                           const sweep::Points& points,
                                                           std::size_t scheme,
                                                           const Visit& visit);

}  // namespace shanhai::study
