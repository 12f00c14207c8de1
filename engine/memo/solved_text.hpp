#pragma once

#include <string>

#include "run/plan.hpp"
#include "run/scenario.hpp"
#include "study/solve.hpp"
#include "study/vary.hpp"

namespace shanhai::memo {

/// A search for the value of a term, and what it found.
struct SolvedPage {
  const run::Scenario& scenario;
  const run::Plan& plan;
  const study::Vary& vary;
  const study::Want& want;
  std::size_t scheme = 0;
  const study::Solved& solved;
};

/// The value of a key at a place of the axis.
[[nodiscard]] double value_at(const sweep::Key& key, double place) noexcept;

/// Told for people: the figure along the way, the value that was looked for with its error, and what it brings.
[[nodiscard]] std::string solved_text(const SolvedPage& page, Language language);

}  // namespace shanhai::memo
