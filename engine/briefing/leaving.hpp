#pragma once

#include "run/outcome.hpp"

namespace shanhai::briefing {

/// Where a scheme is most likely to break: the party and the year, after signing, with the largest chance that what
/// remains is worth less than nothing.
struct Leaving {
  std::size_t party = 0;
  int year = 1;
  run::Estimate chance;

  /// From this chance on the briefing warns.
  static constexpr double threshold = 0.25;

  [[nodiscard]] bool is_high() const noexcept { return chance.value >= threshold; }
};

[[nodiscard]] Leaving leaving_of(const run::SchemeOutcome& scheme);

}  // namespace shanhai::briefing
