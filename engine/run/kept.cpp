#include "run/kept.hpp"

#include <algorithm>

#include "run/controls.hpp"

namespace shanhai::run {

Kept::Kept(const Setup& setup, const Plan& plan)
    : parties(setup.scenario->parties.size()),
      streams(setup.scenario->streams().size()),
      years(static_cast<std::size_t>(setup.scenario->horizon.years) + 1),
      most_band_paths(plan.bands()),
      npv(setup.scenario->schemes.size() * parties),
      irr(npv.size()),
      cash_flows(npv.size() * years),
      revenues(setup.groups() * streams * (years - 1)),
      realised(setup.scenario->realised.size()),
      controls(setup.worth.empty() ? 0 : Controls::count(*setup.scenario)) {}

void Kept::grow(std::uint64_t paths) {
  npv.grow(paths);
  controls.grow(paths);
  const std::uint64_t band_paths = std::min(paths, most_band_paths);
  irr.grow(band_paths);
  cash_flows.grow(band_paths);
  revenues.grow(band_paths);
  realised.grow(band_paths);
}

}  // namespace shanhai::run
