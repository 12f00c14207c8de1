#pragma once

#include <string>
#include <vector>

#include "briefing/material.hpp"

namespace shanhai::briefing {

/// What one assumption does to a party's mean NPV under a scheme.
struct Mover {
  std::string path;
  run::Estimate low;   ///< the change where it is lower; 0 where that is no scenario
  run::Estimate high;  ///< and where it is higher

  [[nodiscard]] double size() const noexcept;
};

/// The assumptions that move it, the most first.
[[nodiscard]] std::vector<Mover> movers_of(const Material& material, std::size_t scheme, std::size_t party);

/// The party that fares worst under a scheme: with the largest chance of a negative NPV.
[[nodiscard]] std::size_t party_at_risk(const run::SchemeOutcome& scheme);

}  // namespace shanhai::briefing
