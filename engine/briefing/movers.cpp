#include "briefing/movers.hpp"

#include <algorithm>
#include <cmath>

namespace shanhai::briefing {

double Mover::size() const noexcept {
  return std::max(std::abs(low.value), std::abs(high.value));
}

std::vector<Mover> movers_of(const Material& material, std::size_t scheme, std::size_t party) {
  const std::size_t place = scheme * material.scenario.parties.size() + party;
  std::vector<Mover> movers;
  for (const study::Shift& shift : material.shifts) {
    if (movers.empty() || movers.back().path != shift.path) {
      movers.push_back({shift.path, {}, {}});
    }
    (shift.factor < 1 ? movers.back().low : movers.back().high) = shift.npv_difference[place];
  }
  std::erase_if(movers, [](const Mover& one) { return one.size() == 0; });
  std::ranges::stable_sort(movers, std::greater<>(), &Mover::size);
  return movers;
}

std::size_t party_at_risk(const run::SchemeOutcome& scheme) {
  const auto worst = std::ranges::max_element(
      scheme.parties, {}, [](const run::PartyOutcome& party) { return party.p_negative.value; });
  return static_cast<std::size_t>(worst - scheme.parties.begin());
}

}  // namespace shanhai::briefing
