#include "app/map_of_terms.hpp"

#include <algorithm>

#include "app/sweep_plan.hpp"
#include "core/say.hpp"
#include "sweep/task.hpp"

namespace shanhai::app {

namespace {

constexpr double most_points_of_map = 10'000;

}  // namespace

std::optional<Fault> fault_of_map(const SweepFiles& files) {
  const std::vector<sweep::Axis>& axes = files.sweep.axes;
  const auto changes_futures = [](const sweep::Axis& axis) {
    return !std::ranges::all_of(axis.keys, [](const sweep::Key& key) { return sweep::is_term(key.path); });
  };
  if (axes.size() > 2 || std::ranges::any_of(axes, changes_futures)) {
    return Fault{exit_code::user,
                 {"协议区间需要一个或两个轴，且只改动条款（schemes、costs、transfers）",
                  "the zone of agreement needs one or two axes that change terms only (schemes, costs, transfers)"}};
  }
  if (files.sweep.design != sweep::Design::grid || sweep::count_points(files.sweep) > most_points_of_map) {
    return Fault{
        exit_code::user,
        say({"协议区间需要 grid 设计，至多 {} 个点", "the zone of agreement needs a grid of at most {} points"},
            most_points_of_map)};
  }
  const OrFault<sweep::Points> points = points_of(files, files.scenario.seed);
  const auto* fault = std::get_if<Fault>(&points);
  return fault == nullptr ? std::nullopt : std::optional(*fault);
}

std::optional<std::size_t> scheme_of_axes(const SweepFiles& files) {
  const std::vector<std::vector<std::size_t>> axes = sweep::axes_of_schemes(files.sweep, files.base);
  const auto changes = [](const std::vector<std::size_t>& of) {
    return !of.empty();
  };
  const auto found = std::ranges::find_if(axes, changes);
  return std::ranges::count_if(axes, changes) == 1 ? std::optional(static_cast<std::size_t>(found - axes.begin()))
                                                   : std::nullopt;
}

study::Tried<study::Zone> map_of_terms(const SweepFiles& files,
                                       std::size_t scheme,
                                       double chance,
                                       study::Laboratory& laboratory) {
  const OrFault<sweep::Points> points = points_of(files, files.scenario.seed);
  return study::zone_of(
      laboratory, files.sweep, files.base, files.scenario, std::get<sweep::Points>(points), scheme, chance);
}

}  // namespace shanhai::app
