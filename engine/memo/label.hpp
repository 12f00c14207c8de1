#pragma once

#include <string>

#include "core/text.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

/// What a planner calls a key of the scenario: what it belongs to, by its name, and what the key means, from the
/// `fields()` of the language; `revenue.park.sectors.machinery.exit` is 装备制造·年退出率. A path for which there are
/// no words stays as it is.
[[nodiscard]] std::string label_of(const run::Scenario& scenario, const std::string& path, Language language);

}  // namespace shanhai::memo
