#include "study/at_points.hpp"

#include <algorithm>

#include "sweep/task.hpp"

namespace shanhai::study {
namespace {

constexpr std::size_t most_schemes = 64;  // of one run, whose NPVs are held at once

/// Leaves in a bundle one scheme of the base scenario only; gives for each point where it now stands.
std::vector<std::size_t> keep_scheme(sweep::Bundle& bundle, std::size_t scheme) {
  std::vector<std::size_t> kept;
  std::vector<std::size_t> place;
  std::vector<scheme::Scheme> schemes;
  for (const std::vector<std::size_t>& at : bundle.at) {
    const auto known = std::ranges::find(kept, at[scheme]);
    place.push_back(static_cast<std::size_t>(known - kept.begin()));
    if (known == kept.end()) {
      kept.push_back(at[scheme]);
      schemes.push_back(bundle.scenario.schemes[at[scheme]]);
    }
  }
  bundle.scenario.schemes = std::move(schemes);
  return place;
}

}  // namespace

Tried<std::vector<sweep::Failure>> at_points(Laboratory& laboratory,
                                             const sweep::Sweep& sweep,
                                             const document::Node& base,
                                             const sweep::Points& points,
                                             std::size_t scheme,
                                             const Visit& visit) {
  std::vector<sweep::Failure> failures;
  for (const sweep::Task& task : sweep::tasks_of(sweep, base, points, most_schemes)) {
    sweep::Bundled bundled = sweep::bundle(sweep, base, points, task.points);
    std::ranges::move(bundled.failures, std::back_inserter(failures));
    for (sweep::Bundle& bundle : bundled.bundles) {
      const std::vector<std::size_t> place = keep_scheme(bundle, scheme);
      Tried<run::Outcome> tried = laboratory.run(bundle.scenario, true);
      if (std::holds_alternative<run::Cancelled>(tried)) {
        return run::Cancelled{};
      }
      for (std::size_t at = 0; at < place.size(); ++at) {
        if (const auto* unusable = std::get_if<Unusable>(&tried)) {
          failures.push_back({bundle.points[at], unusable->reason});
          continue;
        }
        const auto& outcome = std::get<run::Outcome>(tried);
        const std::size_t parties = bundle.scenario.parties.size();
        visit(bundle.points[at],
              outcome.schemes[place[at]],
              std::span(outcome.npv).subspan(place[at] * parties, parties));
      }
    }
  }
  std::ranges::sort(failures, {}, &sweep::Failure::point);
  return failures;
}

}  // namespace shanhai::study
