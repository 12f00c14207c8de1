#pragma once

#include <cstdint>
#include <vector>

#include "economy/park.hpp"
#include "flow/draws.hpp"
#include "random/stream.hpp"

namespace shanhai::economy {

/// The events of a block of paths: which run, and what they do to each sector.
class Events {
 public:
  /// @param start  calendar year of t = 1
  Events(const Park& park, int start, std::uint64_t seed, std::size_t lanes);

  void begin(const flow::Draws& draws) noexcept;
  void step(PathRange paths, int year) noexcept;

  /// Whether it started this year, 1 or 0, beyond the probability; 0 where it was running or is no matter of chance.
  [[nodiscard]] ConstLanes surprise(std::size_t event) const noexcept { return surprise_[event]; }

  [[nodiscard]] ConstLanes growth(std::size_t sector) const noexcept { return growth_[group_[sector]]; }  ///< factor

  [[nodiscard]] ConstLanes arrivals(std::size_t sector) const noexcept {
    return arrivals_[group_[sector]];
  }  ///< factor

  [[nodiscard]] ConstLanes exits(std::size_t sector) const noexcept { return exits_[group_[sector]]; }  ///< factor

  [[nodiscard]] ConstLanes margin(std::size_t sector) const noexcept { return margin_[group_[sector]]; }  ///< added

 private:
  [[nodiscard]] bool start(PathRange paths, int year, std::size_t event) noexcept;
  template <bool first>
  void affect(std::size_t event, std::size_t group) noexcept;
  void calm(std::size_t group) noexcept;

  const Park* park_;
  int start_;
  const flow::Draws* draws_ = nullptr;
  std::vector<std::size_t> group_;       // [sector] sectors of a group are touched by the same events
  std::vector<std::size_t> first_;       // [group] the first sector of it
  std::vector<char> affected_;           // [group] whether an event has written its rows this year
  std::vector<random::Stream> streams_;  // [event]
  Rows surprise_;                        // [event] starts beyond their expectation
  Rows left_;                            // [event] years it still runs, this one included
  Rows chance_;
  Rows growth_;  // [group], and so on
  Rows arrivals_;
  Rows exits_;
  Rows margin_;
};

}  // namespace shanhai::economy
