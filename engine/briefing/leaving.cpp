#include "briefing/leaving.hpp"

namespace shanhai::briefing {

Leaving leaving_of(const run::SchemeOutcome& scheme) {
  Leaving most;
  for (std::size_t party = 0; party < scheme.parties.size(); ++party) {
    const std::vector<run::Estimate>& chances = scheme.parties[party].p_leave;
    for (std::size_t year = 1; year < chances.size(); ++year) {
      if (chances[year].value > most.chance.value) {
        most = {party, static_cast<int>(year), chances[year]};
      }
    }
  }
  return most;
}

}  // namespace shanhai::briefing
