#pragma once

#include <optional>
#include <variant>

#include "app/complain.hpp"
#include "app/interrupt.hpp"
#include "app/level_option.hpp"
#include "app/plan_options.hpp"
#include "app/progress.hpp"
#include "study/laboratory.hpp"

namespace shanhai::app {

/// The options of a study: its own, then those that every study has.
[[nodiscard]] std::vector<Option> study_options(std::vector<Option> own);

/// Prints JSON in place of text.
[[nodiscard]] Option json_option();

/// Does a study with the options of a command, drawing its progress.
/// @param plan   of its runs, as plan_of() gave it
/// @param study  what is done in the laboratory; gives a study::Tried<T>
/// @returns what it found, or the exit code after the fault was told
template <class Study>
auto conduct(const run::Scenario& scenario,
             const OrFault<run::Plan>& plan,
             const Arguments& arguments,
             const Console& console,
             const Study& study)
    -> std::variant<std::variant_alternative_t<0, decltype(study(std::declval<study::Laboratory&>()))>, int> {
  const OrFault<levels::Level> level = level_of(arguments);
  if (const Fault* fault = first_fault(plan, level)) {
    return complain(*fault, console);
  }
  if (const std::optional<Fault> fault = judge(scenario, std::get<run::Plan>(plan), memory_of_machine())) {
    return complain(*fault, console);
  }
  run::Watch steps;
  study::Laboratory laboratory(std::get<levels::Level>(level), std::get<run::Plan>(plan), steps);
  const Interrupt interrupt(laboratory.stop());
  std::optional<Progress> progress;
  if (console.watched) {
    progress.emplace(console.err, steps, console.language, Words{"次模拟", "simulations"});
  }
  auto found = study(laboratory);
  progress.reset();
  if (const auto* unusable = std::get_if<study::Unusable>(&found)) {
    return complain({exit_code::user, unusable->reason}, console);
  }
  if (std::holds_alternative<run::Cancelled>(found)) {
    return exit_code::interrupted;
  }
  return std::get<0>(std::move(found));
}

}  // namespace shanhai::app
