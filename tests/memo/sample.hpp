#pragma once

#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

/// Five ways of sharing a park between Wuyi and Haining, in 万元 over two years.
[[nodiscard]] run::Scenario sample_scenario();

/// A made-up outcome of it: every number is easy to find again.
[[nodiscard]] run::Outcome sample_outcome();

}  // namespace shanhai::memo
