#pragma once

#include "core/lanes.hpp"
#include "core/pack.hpp"

namespace shanhai::run {

/// The flows of the longest horizon, t = 0 included.
inline constexpr std::size_t most_flows = 201;

/// The internal rate of return of each path of a block: the rate at which its flows are worth nothing.
///
/// There is one where the flows change sign exactly once (Descartes' rule of signs); amounts below 1e-9 of the largest
/// count as none. In v = -log(1 + r), what is received is worth A(v), and what is paid B(v); the slope of log A/B is
/// the distance between their mean years (Macaulay's durations), at least 1, and changes so little from rate to rate
/// that Newton's steps soon find where the logarithm is 0; the bounds are halved where a step leaves them (Press et
/// al., "Numerical Recipes" (2007), section 9.4). A path's rate depends on that path alone.
class InternalRates {
 public:
  /// @pre years < most_flows
  InternalRates(int years, std::size_t lanes)
      : flows_(static_cast<std::size_t>(years) + 1, whole(lanes)), rows_(rows, whole(lanes)) {}

  /// @param flows  shape [t = 0..T][lane]
  /// @param out    rates, relative error of 1 + r about 1e-14; NaN for none
  void find(const Rows& flows, Lanes out) noexcept;

 private:
  enum : std::size_t { first, sign, last_sign, changes, open, low, high, root, factor, ratio, slope, rows };

  // Lanes whose worth is reckoned together: a step waits for the one before, and other lanes fill the time.
  static constexpr std::size_t together = packs_at_once * pack_lanes;

  static std::size_t whole(std::size_t lanes) { return (lanes + together - 1) / together * together; }

  void count(const Rows& flows) noexcept;
  void value() noexcept;
  [[nodiscard]] bool improve() noexcept;

  Rows flows_;  // of which the first that is not 0 is positive; all 0 in lanes beyond those of the block
  Rows rows_;
  std::size_t latest_ = 0;  // of the first flows
};

}  // namespace shanhai::run
