#include "app/sweep_plan.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "store/filter.hpp"

namespace shanhai::app {

namespace {

/// Leaves out the points that `where` does not want.
std::optional<Fault> filter(const SweepFiles& files, sweep::Points& points) {
  if (files.sweep.where.empty()) {
    return std::nullopt;
  }
  std::vector<std::string> names;
  std::ranges::transform(files.sweep.axes, std::back_inserter(names), &sweep::Axis::name);
  const auto value = [&](std::uint64_t point, std::size_t axis) {
    return sweep::text_at(files.sweep, axis, points.place(point, axis));
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
  plan.block = 128;  // of many contracts at once; their books fit a cache better
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

OrFault<sweep::Points> points_of(const SweepFiles& files, std::uint64_t seed) {
  const double count = sweep::count_points(files.sweep);
  if (count > static_cast<double>(sweep::most_points)) {
    return Fault{exit_code::user,
                 say({"共 {:.3g} 个点，超过上限 {}；请减少步数或改用 sobol",
                      "{:.3g} points are above the limit {}; take fewer steps, or sobol"},
                     count,
                     sweep::most_points)};
  }
  sweep::Points points(files.sweep, seed);
  if (std::optional<Fault> fault = filter(files, points)) {
    return *std::move(fault);
  }
  return points;
}

}  // namespace shanhai::app
