#pragma once

#include "run/estimates.hpp"

namespace shanhai::run {

/// What a party has under a scheme by year, and when and how often things happen. What follows from the kept net
/// present values of all paths is left out.
[[nodiscard]] PartyOutcome party_by_year(const Estimates& read, std::size_t scheme, std::size_t party);

/// Revenue of every stream.
///
/// @param group  the scheme with feedback, else 0
/// @param twin   what was gathered of the deterministic twin
[[nodiscard]] std::vector<StreamOutcome> revenue_by_year(const Estimates& read,
                                                         const Gathered& twin,
                                                         std::size_t group);

/// Each of the scenario's realised figures among the simulated ones.
[[nodiscard]] std::vector<RealisedOutcome> realised_figures(const Estimates& read);

}  // namespace shanhai::run
