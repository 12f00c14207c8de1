#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "study/laboratory.hpp"
#include "sweep/bundle.hpp"

namespace shanhai::study {

/// Some terms, and what they mean to each party.
struct Terms {
  std::vector<std::size_t> levels;     ///< [axis] which of its values; none for the terms of the base scenario
  std::vector<std::string> values;     ///< [axis] as they would be written
  run::Estimate acceptance;            ///< P(every NPV >= reservation)
  std::vector<run::Estimate> gain;     ///< [party] mean NPV over the mean reservation
  std::vector<run::Estimate> accepts;  ///< [party] P(NPV >= reservation)
};

/// Terms that a theory of bargaining chooses from the map.
struct Bargain {
  std::size_t terms = 0;                                      ///< their place on the map
  std::vector<std::pair<std::string, std::string>> interval;  ///< [axis] 95% of resampled futures choose between these
};

/// The terms which, of all that give a party its chance, cost the others least in mean NPV.
struct Concession {
  std::size_t party = 0;
  bool needed = true;                ///< false where the base scenario gives it already
  std::optional<std::size_t> terms;  ///< nothing where none on the map do
  run::Estimate won;                 ///< by the party against the base scenario's terms, on the same futures
  run::Estimate cost;                ///< to all others together, likewise
};

/// What two sides could agree on under one scheme.
struct Zone {
  std::size_t scheme = 0;
  double chance = 0;  ///< that the concessions are to give a party
  Terms base;
  std::vector<Terms> terms;  ///< the points of the map that are scenarios, in the order of the sweep
  std::vector<sweep::Failure> failures;
  std::optional<Bargain> nash;
  std::optional<Bargain> kalai_smorodinsky;
  std::vector<Concession> concessions;  ///< [party]
};

/// The zone of agreement over a sweep. Intervals come from 400 resamples of 128 batches of futures, which all points
/// share (Efron, "Bootstrap methods", Annals of Statistics 7, 1979).
/// @param sweep  whose axes list their values, or have steps
[[nodiscard]] Tried<Zone> zone_of(Laboratory& laboratory,
                                  const sweep::Sweep& sweep,
                                  const document::Node& base,
                                  const run::Scenario& scenario,
                                  const sweep::Points& points,
                                  std::size_t scheme,
                                  double chance);

}  // namespace shanhai::study
