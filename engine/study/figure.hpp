#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::study {

/// One figure of a scheme's outcome, under the name that its column has in a store's view `results`, such as
/// `npv_wuyi`.
struct Figure {
  enum class Kind : std::uint8_t { money, share, other };

  std::string name;
  Text meaning;
  Kind kind = Kind::other;
  std::function<std::optional<run::Estimate>(const run::SchemeOutcome&)> of;  ///< nothing where it does not exist
};

/// All figures that can be asked for of a scenario's schemes.
[[nodiscard]] std::vector<Figure> figures_of(const run::Scenario& scenario);

}  // namespace shanhai::study
