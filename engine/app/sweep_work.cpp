#include "app/sweep_work.hpp"

#include <algorithm>

#include "app/sweep_plan.hpp"
#include "document/document.hpp"
#include "document/fingerprint.hpp"
#include "memo/version.hpp"

namespace shanhai::app {

namespace {

/// What a run of a task keeps of its paths, at most, in bytes; a fixed part of the meaning of a task, whatever the
/// machine.
constexpr double most_kept = 5e8;

/// How many schemes a task has at most, if no point has more.
constexpr double most_schemes = 256;

std::size_t schemes_of_task(const SweepFiles& files, const run::Plan& plan) {
  const auto parties = static_cast<double>(files.scenario.parties.size());
  const double fit = most_kept / (sizeof(double) * static_cast<double>(plan.paths) * parties);
  const auto least = static_cast<double>(files.scenario.schemes.size());
  return static_cast<std::size_t>(std::clamp(fit, least, std::max(least, most_schemes)));
}

store::Manifest manifest_of(const SweepFiles& files, const run::Plan& plan, std::uint64_t points) {
  document::Node sweep = *document::parse(files.text).root;
  std::erase_if(sweep.entries, [](const auto& entry) { return entry.key == "base" || entry.key == "paths"; });
  store::Manifest manifest{.program = std::string(memo::version()),
                           .base = files.base_text,
                           .sweep = files.text,
                           .content = files.scenario.hash + document::fingerprint(sweep),
                           .seed = plan.seed,
                           .paths = plan.paths,
                           .points = points,
                           .currency = files.scenario.currency.code,
                           .unit = files.scenario.currency.unit,
                           .axes = {},
                           .schemes = {},
                           .parties = {}};
  for (const sweep::Axis& axis : files.sweep.axes) {
    store::Axis& one = manifest.axes.emplace_back(store::Axis{axis.name, {}});
    std::ranges::transform(axis.keys, std::back_inserter(one.keys), &sweep::Key::path);
  }
  for (const scheme::Scheme& scheme : files.scenario.schemes) {
    manifest.schemes.push_back({scheme.id, scheme.name});
  }
  for (const run::Party& party : files.scenario.parties) {
    manifest.parties.push_back({party.id, party.name});
  }
  return manifest;
}

}  // namespace

OrFault<SweepWork> prepare_sweep(SweepFiles files, const run::Plan& plan) {
  OrFault<sweep::Points> points = points_of(files, plan.seed);
  if (auto* fault = std::get_if<Fault>(&points)) {
    return std::move(*fault);
  }
  auto& wanted = std::get<sweep::Points>(points);
  std::vector<sweep::Task> tasks = sweep::tasks_of(files.sweep, files.base, wanted, schemes_of_task(files, plan));
  store::Manifest manifest = manifest_of(files, plan, wanted.size());
  return SweepWork{std::move(files), plan, std::move(wanted), std::move(tasks), std::move(manifest)};
}

}  // namespace shanhai::app
