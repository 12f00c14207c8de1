#pragma once

#include "app/command.hpp"
#include "app/fault.hpp"
#include "app/load.hpp"

namespace shanhai::app {

/// Tells a fault in one line; gives its exit code.
int complain(const Fault& fault, const Console& console);

/// Tells every fault of a scenario with its place; gives the exit code.
int complain(const BadScenario& bad, const Console& console);

/// What a command does with the scenario it was given; where that cannot be used, tells why.
template <class Act>
int with_scenario(const Arguments& arguments, const Console& console, const Act& act) {
  const Loaded loaded = load_scenario(arguments.operands.front());
  if (const auto* fault = std::get_if<Fault>(&loaded)) {
    return complain(*fault, console);
  }
  if (const auto* bad = std::get_if<BadScenario>(&loaded)) {
    return complain(*bad, console);
  }
  return act(std::get<run::Scenario>(loaded), arguments, console);
}

}  // namespace shanhai::app
