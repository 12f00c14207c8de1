#include "app/sweep_work.hpp"

#include <algorithm>

#include "app/plan_options.hpp"
#include "core/say.hpp"
#include "document/document.hpp"
#include "document/fingerprint.hpp"
#include "memo/version.hpp"
#include "store/filter.hpp"

namespace shanhai::app {

namespace {

/// What a run of a task keeps of its paths, at most, in bytes; a fixed part of the meaning of a task, whatever the
/// machine.
constexpr double most_kept = 5e8;

std::size_t schemes_of_task(const SweepFiles& files, const run::Plan& plan) {
  const auto parties = static_cast<double>(files.scenario.parties.size());
  const double fit = most_kept / (sizeof(double) * static_cast<double>(plan.paths) * parties);
  const auto least = static_cast<double>(files.scenario.schemes.size());
  return static_cast<std::size_t>(std::clamp(fit, least, std::max<double>(least, most_schemes_of_task)));
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

/// Leaves out the points that `where` does not want.
std::optional<Fault> filter(const SweepFiles& files, sweep::Points& points) {
  if (files.sweep.where.empty()) {
    return std::nullopt;
  }
  std::vector<std::string> names;
  std::ranges::transform(files.sweep.axes, std::back_inserter(names), &sweep::Axis::name);
  const auto value = [&](std::uint64_t point, std::size_t axis) {
    const sweep::Axis& of = files.sweep.axes[axis];
    return sweep::value_at(files.sweep, of, of.keys.front(), points.place(point, axis)).text;
  };
  const store::OrRefusal<std::vector<bool>> wanted = store::matching(names, points.size(), value, files.sweep.where);
  if (const auto* refusal = std::get_if<store::Refusal>(&wanted)) {
    return Fault{exit_code::user, say({"where：{}", "where: {}"}, refusal->reason)};
  }
  points.keep(std::get<std::vector<bool>>(wanted));
  if (points.size() == 0) {
    return Fault{exit_code::user, {"where：没有一个点满足条件", "where: no point satisfies the condition"}};
  }
  return std::nullopt;
}

}  // namespace

run::Plan plan_of_runs(std::uint64_t seed, std::uint64_t paths, unsigned threads) {
  run::Plan plan;
  plan.seed = seed;
  plan.paths = paths;
  plan.threads = threads;
  plan.band_paths = 1;
  plan.in_full = false;
  return plan;
}

OrFault<run::Plan> plan_of_sweep(const Arguments& arguments, const SweepFiles& files, int ranks) {
  OrFault<run::Plan> planned = plan_of(arguments, files.scenario);
  if (const auto* plan = std::get_if<run::Plan>(&planned)) {
    const std::uint64_t paths = arguments.has("paths") ? plan->paths : files.sweep.paths.value_or(plan->paths);
    return plan_of_runs(plan->seed, paths, ranks == 1 || arguments.has("threads") ? plan->threads : 1);
  }
  return planned;
}

OrFault<SweepWork> prepare_sweep(SweepFiles files, const run::Plan& plan) {
  const double count = sweep::count_points(files.sweep);
  if (count > static_cast<double>(sweep::most_points)) {
    return Fault{exit_code::user,
                 say({"共 {:.3g} 个点，超过上限 {}；请减少步数或改用 sobol",
                      "{:.3g} points are above the limit {}; take fewer steps, or sobol"},
                     count,
                     sweep::most_points)};
  }
  sweep::Points points(files.sweep, plan.seed);
  if (std::optional<Fault> fault = filter(files, points)) {
    return *std::move(fault);
  }
  std::vector<sweep::Task> tasks = sweep::tasks_of(files.sweep, files.base, points, schemes_of_task(files, plan));
  store::Manifest manifest = manifest_of(files, plan, points.size());
  return SweepWork{std::move(files), plan, std::move(points), std::move(tasks), std::move(manifest)};
}

}  // namespace shanhai::app
