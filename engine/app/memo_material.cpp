#include "app/memo_material.hpp"

#include <algorithm>

#include "app/map_of_terms.hpp"

namespace shanhai::app {

namespace {

constexpr double part = 0.1;                      // by which assumptions are shifted
constexpr std::uint64_t paths_of_shifts = 4'096;  // on common futures few are enough
constexpr std::uint64_t paths_of_spreads = 20'000;
constexpr std::uint64_t least_of_spreads = 1'000;

/// Takes what was found into `into`; false, with why, where nothing was.
template <class T, class Trouble>
bool take(study::Tried<T> tried, T& into, Trouble& trouble) {
  if (auto* found = std::get_if<T>(&tried)) {
    into = std::move(*found);
    return true;
  }
  if (auto* unusable = std::get_if<study::Unusable>(&tried)) {
    trouble = std::move(*unusable);
  }
  return false;
}

/// What a study ends with: why it could not be done, or that it was told to stop.
study::Tried<briefing::Material> ended(std::optional<study::Unusable> trouble) {
  return trouble ? study::Tried<briefing::Material>(*std::move(trouble)) : run::Cancelled{};
}

}  // namespace

study::Tried<briefing::Material> reckon(const MemoTask& task, study::Laboratory& laboratory) {
  briefing::Material material{.scenario = task.written.scenario,
                              .base = task.written.root,
                              .outcome = {},
                              .weights = task.weights,
                              .shifted_by = part,
                              .shifts = {},
                              .spreads = {},
                              .zone = {},
                              .ranking = {}};
  const std::uint64_t paths = laboratory.plan().paths;
  std::optional<study::Unusable> trouble;
  if (!take(laboratory.run_in_full(task.written.scenario), material.outcome, trouble)) {
    return ended(std::move(trouble));
  }
  material.ranking = briefing::rank(material.outcome.schemes, task.weights);
  laboratory.take(std::min(paths, paths_of_shifts));
  if (!take(study::shift_assumptions(laboratory, task.written.root, task.written.scenario, part),
            material.shifts,
            trouble)) {
    return ended(std::move(trouble));
  }
  laboratory.take(std::min(paths, paths_of_spreads));
  if (!task.written.scenario.uncertain.empty() && laboratory.plan().paths >= least_of_spreads &&
      !take(study::sensitivity(laboratory, task.written.scenario), material.spreads, trouble)) {
    return ended(std::move(trouble));
  }
  if (task.sweep) {
    const std::size_t scheme = scheme_of_axes(*task.sweep).value_or(material.best());
    study::Zone zone;
    if (!take(map_of_terms(*task.sweep, scheme, chance_by_default, laboratory), zone, trouble)) {
      return ended(std::move(trouble));
    }
    material.zone = briefing::DrawnZone{task.sweep->sweep, std::move(zone)};
  }
  return material;
}

}  // namespace shanhai::app
