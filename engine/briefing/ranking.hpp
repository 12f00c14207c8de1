#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "run/outcome.hpp"

namespace shanhai::briefing {

/// What a scheme is judged by. All are better when larger.
enum class Criterion : std::uint8_t {
  acceptance,  ///< P(every NPV >= reservation)
  shortfall,   ///< the mean NPV of the worst 5% of futures, of the party that fares worst in them
  fairness,    ///< Jain's index of the mean NPVs; 0 where some mean is negative
  gap,         ///< the rise of the poorest party's revenue per head against the richest's [points]
};

inline constexpr std::array criteria{Criterion::acceptance, Criterion::shortfall, Criterion::fairness, Criterion::gap};

constexpr std::string_view name_of(Criterion criterion) {
  constexpr std::array<std::string_view, 4> names{"acceptance", "shortfall", "fairness", "gap"};
  return names[static_cast<std::size_t>(criterion)];
}

/// How much each criterion counts, in any unit; at least one above 0.
using Weights = std::array<double, criteria.size()>;

inline constexpr Weights default_weights{40, 20, 20, 20};

/// A change of one weight that would let another scheme win.
struct Flip {
  Criterion criterion = Criterion::acceptance;
  double weight = 0;       ///< the share of all weights that the criterion would need
  bool at_least = true;    ///< from there on upwards, else downwards
  std::size_t winner = 0;  ///< the scheme that would win
};

/// The schemes, judged.
struct Ranking {
  std::vector<std::array<std::optional<run::Estimate>, criteria.size()>> values;  ///< [scheme][criterion]
  std::array<double, criteria.size()> weights{};  ///< shares that add up to 1; 0 for what cannot tell the schemes apart
  std::vector<run::Estimate> scores;              ///< [scheme] from 0 to 1
  std::vector<std::size_t> order;                 ///< schemes, the best first
  bool is_clear = false;                          ///< the first is ahead of the second by more than the error of both
  std::vector<Flip> flips;                        ///< the nearest for each criterion, where there is one
};

/// Each criterion runs from 0 for the worst scheme to 1 for the best; a scheme's score is the weighted mean. A
/// criterion in which no scheme differs from another by more than the error counts for none.
/// @pre at least one scheme
[[nodiscard]] Ranking rank(const std::vector<run::SchemeOutcome>& schemes, const Weights& weights);

}  // namespace shanhai::briefing
