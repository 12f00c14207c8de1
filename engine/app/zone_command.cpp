#include "app/zone_command.hpp"

#include <algorithm>
#include <ostream>

#include "app/conduct.hpp"
#include "app/load_sweep.hpp"
#include "app/scheme_option.hpp"
#include "app/sweep_plan.hpp"
#include "core/say.hpp"
#include "input/number_text.hpp"
#include "memo/zone_json.hpp"
#include "memo/zone_text.hpp"
#include "study/zone.hpp"
#include "sweep/task.hpp"

namespace shanhai::app {

namespace {

constexpr double chance_by_default = 0.9;
constexpr double most_points = 10'000;  // of a map

/// The chance that concessions are to give a party.
OrFault<double> chance_of(const Arguments& arguments) {
  const auto given = arguments.options.find("chance");
  const std::optional<double> chance =
      given == arguments.options.end() ? chance_by_default : input::to_number(given->second).value;
  if (!chance || *chance <= 0 || *chance >= 1) {
    return Fault{exit_code::user,
                 {"--chance：应在 0 与 100% 之间，如 90%", "--chance: expected between 0 and 100%, such as 90%"}};
  }
  return *chance;
}

/// What a sweep must be for a map to be drawn of it.
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
  if (files.sweep.design != sweep::Design::grid || sweep::count_points(files.sweep) > most_points) {
    return Fault{
        exit_code::user,
        say({"协议区间需要 grid 设计，至多 {} 个点", "the zone of agreement needs a grid of at most {} points"},
            most_points)};
  }
  return std::nullopt;
}

/// The scheme asked for; where none is, the only one that the axes change.
OrFault<std::size_t> scheme_of_map(const Arguments& arguments, const SweepFiles& files) {
  const std::vector<std::vector<std::size_t>> axes = sweep::axes_of_schemes(files.sweep, files.base);
  const auto changes = [](const std::vector<std::size_t>& of) {
    return !of.empty();
  };
  const auto found = std::ranges::find_if(axes, changes);
  if (!arguments.has("scheme") && std::ranges::count_if(axes, changes) == 1) {
    return static_cast<std::size_t>(found - axes.begin());
  }
  return scheme_asked(arguments, files.scenario);
}

int draw(const SweepFiles& files, const Arguments& arguments, const Console& console) {
  if (const std::optional<Fault> fault = fault_of_map(files)) {
    return complain(*fault, console);
  }
  const OrFault<std::size_t> scheme = scheme_of_map(arguments, files);
  const OrFault<double> chance = chance_of(arguments);
  if (const Fault* fault = first_fault(scheme, chance)) {
    return complain(*fault, console);
  }
  const OrFault<run::Plan> plan = plan_of_sweep(arguments, files);
  const OrFault<sweep::Points> points = points_of(files, files.scenario.seed);
  if (const auto* fault = std::get_if<Fault>(&points)) {
    return complain(*fault, console);
  }
  const auto found = conduct(files.scenario, plan, arguments, console, [&](study::Laboratory& laboratory) {
    return study::zone_of(laboratory,
                          files.sweep,
                          files.base,
                          files.scenario,
                          std::get<sweep::Points>(points),
                          std::get<std::size_t>(scheme),
                          std::get<double>(chance));
  });
  if (const auto* code = std::get_if<int>(&found)) {
    return *code;
  }
  const memo::ZonePage page{files.scenario, std::get<run::Plan>(plan), files.sweep, std::get<study::Zone>(found)};
  console.out << (arguments.has("json") ? memo::written(memo::to_json(page)) : memo::zone_text(page, console.language));
  return exit_code::ok;
}

int run_zone(const Arguments& arguments, const Console& console) {
  auto loaded = load_sweep(arguments.operands.front());
  if (const auto* fault = std::get_if<Fault>(&loaded)) {
    return complain(*fault, console);
  }
  if (const auto* bad = std::get_if<BadScenario>(&loaded)) {
    return complain(*bad, console);
  }
  return draw(std::get<SweepFiles>(loaded), arguments, console);
}

}  // namespace

Command zone_command() {
  std::vector<Option> options{
      scheme_option(),
      {"chance",
       "P",
       {"让步要使一方有多大把握，默认 90%", "the chance that a concession is to give a party; by default 90%"}}};
  for (const Option& option : study_options()) {
    options.push_back(option);
  }
  return {"zone",
          "sweep.yaml",
          {"协议区间：哪些条款各方都能接受", "the zone of agreement: terms that all parties can accept"},
          std::move(options),
          run_zone};
}

}  // namespace shanhai::app
