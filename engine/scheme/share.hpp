#pragma once

#include "core/number.hpp"
#include "flow/draws.hpp"

namespace shanhai::scheme {

/// A party's share in one lane.
[[nodiscard]] inline double share_in(const Shares& shares,
                                     std::size_t party,
                                     const flow::Draws& draws,
                                     std::size_t lane) noexcept {
  if (party != shares.rest) {
    return draws.of(shares.of[party])[lane];
  }
  double left = 1;
  for (std::size_t other = 0; other < shares.of.size(); ++other) {
    if (other != party) {
      left -= draws.of(shares.of[other])[lane];
    }
  }
  return left;
}

/// A party's share in every lane.
/// @param scratch  room for the party that takes the rest
[[nodiscard]] inline flow::Operand share_of(const Shares& shares,
                                            std::size_t party,
                                            const flow::Draws& draws,
                                            Lanes scratch) noexcept {
  if (party != shares.rest) {
    return draws.of(shares.of[party]);
  }
  each_lane(scratch.size(), [&](std::size_t i) { scratch[i] = share_in(shares, party, draws, i); });
  return flow::Operand{scratch};
}

}  // namespace shanhai::scheme
