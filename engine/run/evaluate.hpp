#pragma once

#include "run/gather.hpp"
#include "run/means.hpp"
#include "run/outcome.hpp"

namespace shanhai::run {

/// Turns what was gathered into estimates, each with its error. Mean NPVs are those of `means`, where there are any.
[[nodiscard]] Outcome evaluate(const Scenario& scenario,
                               const Plan& plan,
                               const Gathered& gathered,
                               const Gathered& twin,
                               const Means* means = nullptr);

}  // namespace shanhai::run
