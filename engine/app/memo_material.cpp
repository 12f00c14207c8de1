#include "app/memo_material.hpp"

#include <algorithm>

#include "app/map_of_terms.hpp"

namespace shanhai::app {

namespace {

constexpr double part = 0.1;                      // by which assumptions are shifted
constexpr std::uint64_t paths_of_shifts = 4'096;  // on common futures few are enough
constexpr std::uint64_t paths_of_spreads = 20'000;
constexpr std::uint64_t least_of_spreads = 1'000;

/// Takes what was found into `into`; false, with the trouble, where nothing was.
template <class T, class Trouble>
bool take(study::Tried<T> tried, T& into, Trouble& trouble) {
  if (auto* found = std::get_if<T>(&tried)) {
    into = std::move(*found);
    return true;
  }
  trouble =
      std::holds_alternative<run::Cancelled>(tried) ? Trouble(run::Cancelled{}) : std::get<study::Unusable>(tried);
  return false;
}

}  // namespace

study::Tried<briefing::Material> reckon(const MemoTask& task, study::Laboratory& laboratory) {
  briefing::Material material{.scenario = task.scenario,
                              .base = task.base,
                              .outcome = {},
                              .weights = task.weights,
                              .shifted_by = part,
                              .shifts = {},
                              .spreads = {},
                              .zone = {},
                              .ranking = {}};
  const std::uint64_t paths = laboratory.plan().paths;
  study::Tried<briefing::Material> trouble = run::Cancelled{};
  if (!take(laboratory.run_in_full(task.scenario), material.outcome, trouble)) {
    return trouble;
  }
  material.ranking = briefing::rank(material.outcome.schemes, task.weights);
  laboratory.take(std::min(paths, paths_of_shifts));
  if (!take(study::shift_assumptions(laboratory, task.base, task.scenario, part), material.shifts, trouble)) {
    return trouble;
  }
  laboratory.take(std::min(paths, paths_of_spreads));
  if (!task.scenario.uncertain.empty() && laboratory.plan().paths >= least_of_spreads &&
      !take(study::sensitivity(laboratory, task.scenario), material.spreads, trouble)) {
    return trouble;
  }
  if (task.sweep) {
    const std::size_t scheme = scheme_of_axes(*task.sweep).value_or(material.best());
    study::Zone zone;
    if (!take(map_of_terms(*task.sweep, scheme, chance_by_default, laboratory), zone, trouble)) {
      return trouble;
    }
    material.zone = briefing::DrawnZone{task.sweep->sweep, std::move(zone)};
  }
  return material;
}

}  // namespace shanhai::app
