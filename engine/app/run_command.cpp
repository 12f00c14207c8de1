#include "app/run_command.hpp"

#include <optional>
#include <ostream>

#include "app/complain.hpp"
#include "app/interrupt.hpp"
#include "app/level_option.hpp"
#include "app/output_file.hpp"
#include "app/plan_options.hpp"
#include "app/progress.hpp"
#include "core/say.hpp"
#include "memo/csv.hpp"
#include "memo/json.hpp"
#include "memo/report.hpp"

namespace shanhai::app {

namespace {

Fault not_finite(const run::NonFinite& where, const run::Scenario& scenario) {
  return {exit_code::user,
          say({"路径 {}，第 {} 年（{} 年），{}：数值溢出或无定义；方案文件中有过大的数字",
               "path {}, year {} ({}), {}: the number became infinite or undefined; the scenario's numbers are too "
               "large somewhere"},
              where.path,
              where.year,
              scenario.horizon.start + where.year - 1,
              where.quantity)};
}

run::Result simulate(levels::Level level,
                     const run::Scenario& scenario,
                     const run::Plan& plan,
                     const Console& console) {
  run::Watch watch;
  const Interrupt interrupt(watch.stop);
  std::optional<Progress> progress;
  if (console.watched) {
    progress.emplace(console.err, watch, console.language);
  }
  return levels::run(level, scenario, plan, watch);
}

std::vector<OutputFile> files_of(const run::Scenario& scenario, const run::Outcome& outcome) {
  return {{"run.json", memo::written(memo::to_json(scenario, outcome))},
          {"outcomes.csv", memo::outcomes_csv(scenario, outcome)},
          {"revenue.csv", memo::revenue_csv(scenario, outcome)},
          {"comparisons.csv", memo::comparisons_csv(scenario, outcome)}};
}

int tell(const run::Scenario& scenario,
         const run::Outcome& outcome,
         const Arguments& arguments,
         const Console& console) {
  const bool json = arguments.has("json");
  console.out << (json ? memo::written(memo::to_json(scenario, outcome))
                       : memo::report(scenario, outcome, console.language));
  const auto folder = arguments.options.find("out");
  if (folder != arguments.options.end()) {
    if (const std::optional<Fault> fault = write_files(folder->second, files_of(scenario, outcome))) {
      return complain(*fault, console);
    }
  }
  return exit_code::ok;
}

int compare(const run::Scenario& scenario, const Arguments& arguments, const Console& console) {
  const OrFault<run::Plan> planned = plan_of(arguments, scenario);
  if (const auto* fault = std::get_if<Fault>(&planned)) {
    return complain(*fault, console);
  }
  const OrFault<levels::Level> level = level_of(arguments);
  if (const auto* fault = std::get_if<Fault>(&level)) {
    return complain(*fault, console);
  }
  const auto& plan = std::get<run::Plan>(planned);
  std::optional<Fault> fault = judge(scenario, plan, memory_of_machine());
  const auto folder = arguments.options.find("out");
  if (!fault && folder != arguments.options.end()) {
    fault = prepare_folder(folder->second);
  }
  if (fault) {
    return complain(*fault, console);
  }
  const run::Result result = simulate(std::get<levels::Level>(level), scenario, plan, console);
  if (const auto* where = std::get_if<run::NonFinite>(&result)) {
    return complain(not_finite(*where, scenario), console);
  }
  const auto* outcome = std::get_if<run::Outcome>(&result);
  return outcome == nullptr ? exit_code::interrupted : tell(scenario, *outcome, arguments, console);
}

int run_run(const Arguments& arguments, const Console& console) {
  return with_scenario(arguments, console, compare);
}

}  // namespace

Command run_command() {
  std::vector<Option> options = plan_options();
  options.push_back(level_option());
  options.push_back({"json", "", {"以 JSON 输出", "print JSON"}});
  options.push_back({"out", "DIR", {"另把 JSON 与 CSV 写入此文件夹", "also write JSON and CSV into this folder"}});
  return {"run", "scenario.yaml", {"比较各分享方案", "compare the schemes of a scenario"}, std::move(options), run_run};
}

}  // namespace shanhai::app
