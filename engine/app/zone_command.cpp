#include "app/zone_command.hpp"

#include <algorithm>
#include <ostream>

#include "app/conduct.hpp"
#include "app/map_of_terms.hpp"
#include "app/scheme_option.hpp"
#include "app/sweep_plan.hpp"
#include "core/say.hpp"
#include "input/number_text.hpp"
#include "memo/zone_json.hpp"
#include "memo/zone_text.hpp"

namespace shanhai::app {

namespace {

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

/// The scheme asked for; where none is, the only one that the axes change.
OrFault<std::size_t> scheme_of_map(const Arguments& arguments, const SweepFiles& files) {
  const std::optional<std::size_t> only = scheme_of_axes(files);
  return only && !arguments.has("scheme") ? OrFault<std::size_t>(*only) : scheme_asked(arguments, files.scenario);
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
  const auto found = conduct(files.scenario, plan, arguments, console, [&](study::Laboratory& laboratory) {
    return map_of_terms(files, std::get<std::size_t>(scheme), std::get<double>(chance), laboratory);
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
  if (const std::optional<int> code = complaint(loaded, console)) {
    return *code;
  }
  return draw(std::get<SweepFiles>(loaded), arguments, console);
}

}  // namespace

Command zone_command() {
  std::vector<Option> options = study_options(
      {scheme_option(),
       {"chance",
        "P",
        {"让步要使一方有多大把握，默认 90%", "the chance that a concession is to give a party; by default 90%"}}});
  options.push_back(json_option());
  return {"zone",
          "sweep.yaml",
          {"协议区间：哪些条款各方都能接受", "the zone of agreement: terms that all parties can accept"},
          std::move(options),
          run_zone};
}

}  // namespace shanhai::app
