#pragma once

#include <string>

#include "run/plan.hpp"
#include "run/scenario.hpp"
#include "study/zone.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::memo {

/// A zone of agreement, and what it was drawn from.
struct ZonePage {
  const run::Scenario& scenario;
  const run::Plan& plan;
  const sweep::Sweep& sweep;
  const study::Zone& zone;
};

/// Told for people: the map of the chance that all accept, the points that bargaining theory chooses, and what it costs
/// the others to give each party its chance.
[[nodiscard]] std::string zone_text(const ZonePage& page, Language language);

}  // namespace shanhai::memo
