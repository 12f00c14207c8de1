#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/regret.hpp"
#include "core/text.hpp"

namespace shanhai::memo {

/// What every scheme of a sweep is regretted for.
struct RegretPage {
  std::string outcome;                     ///< as it was asked for
  std::vector<Text> schemes;               ///< their names
  std::vector<analysis::Regret> regrets;   ///< [scheme]
  std::vector<std::uint64_t> worst_point;  ///< [scheme] where its regret is largest
  std::vector<std::string> worst_values;   ///< [scheme] the axes there
  bool is_sampled = false;                 ///< points drawn at random: their means have errors
  std::string money;                       ///< the unit, as a sentence; empty where it is not of money
  std::size_t points = 0;                  ///< that were compared
  std::size_t left_out = 0;                ///< in which a scheme has no such outcome
};

/// A table of the schemes, where each fares worst, and which does best by Savage's rule.
[[nodiscard]] std::string regret_text(const RegretPage& page, Language language);

}  // namespace shanhai::memo
