#pragma once

#include <optional>
#include <vector>

#include "briefing/ranking.hpp"
#include "document/node.hpp"
#include "run/outcome.hpp"
#include "run/scenario.hpp"
#include "study/assumptions.hpp"
#include "study/sensitivity.hpp"
#include "study/zone.hpp"
#include "sweep/sweep.hpp"

namespace shanhai::briefing {

/// A zone of agreement and the sweep it was drawn of.
struct DrawnZone {
  sweep::Sweep sweep;
  study::Zone zone;
};

/// All that a briefing is written from. The scenario and its text must outlive it.
struct Material {
  const run::Scenario& scenario;
  const document::Node& base;  ///< the scenario as it is written
  run::Outcome outcome;        ///< in full
  Weights weights = default_weights;
  double shifted_by = 0;                 ///< part by which assumptions were shifted
  std::vector<study::Shift> shifts;      ///< of its assumptions; may be none
  std::vector<study::SpreadOf> spreads;  ///< none where no number is uncertain
  std::optional<DrawnZone> zone;         ///< where a sweep was given
  Ranking ranking;                       ///< of the outcome's schemes by the weights

  [[nodiscard]] std::size_t best() const noexcept { return ranking.order.front(); }
};

}  // namespace shanhai::briefing
