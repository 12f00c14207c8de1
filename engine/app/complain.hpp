#pragma once

#include <concepts>
#include <optional>
#include <variant>

#include "app/command.hpp"
#include "app/fault.hpp"
#include "app/load.hpp"

namespace shanhai::app {

/// Tells a fault in one line; gives its exit code.
int complain(const Fault& fault, const Console& console);

/// Tells every fault of a scenario with its place; gives the exit code.
int complain(const BadScenario& bad, const Console& console);

/// Where something could not be loaded, tells why and gives the exit code.
template <class... Alternatives>
std::optional<int> complaint(const std::variant<Alternatives...>& loaded, const Console& console) {
  return std::visit(
      [&console]<class T>(const T& one) -> std::optional<int> {
        if constexpr (std::same_as<T, Fault> || std::same_as<T, BadScenario>) {
          return complain(one, console);
        }
        return std::nullopt;
      },
      loaded);
}

/// What a command does with the scenario it was given; where that cannot be used, tells why.
template <class Act>
int with_scenario(const Arguments& arguments, const Console& console, const Act& act) {
  const Loaded loaded = load_scenario(arguments.operands.front());
  const std::optional<int> code = complaint(loaded, console);
  return code ? *code : act(std::get<run::Scenario>(loaded), arguments, console);
}

}  // namespace shanhai::app
