#pragma once

#include <cstdint>
#include <vector>

#include "economy/events.hpp"
#include "economy/park.hpp"
#include "flow/draws.hpp"
#include "random/stream.hpp"

namespace shanhai::economy {

/// Whether a count is drawn, or taken at its expected value, fractions allowed.
enum class Counting : std::uint8_t { drawn, expected };

/// Years since arrival that are told apart, at least 2, as new firms stand apart from those there: in the last class
/// every ramp and holiday has reached its last value.
[[nodiscard]] std::size_t age_classes(const Park& park, const Sector& sector);

/// The firms of a block of paths by sector and years since arrival: exits, then arrivals as far as land allows.
///
/// What a count is drawn from (hazards, means, uniforms) is in single precision; the counts are whole all the same.
class Firms {
 public:
  /// @param surprises  whether to keep arrival_surprise and exit_surprise
  Firms(const Park& park, std::uint64_t seed, std::size_t lanes, Counting counting, bool surprises = false);

  void begin(const flow::Draws& draws) noexcept;

  /// @param macro  the macro factor s_t
  /// @param boost  multiplies expected arrivals
  void step(PathRange paths, int year, const Events& events, ConstSingles macro, flow::Operand boost) noexcept;

  [[nodiscard]] ConstLanes count(std::size_t sector) const noexcept { return count_[sector]; }  ///< at year end

  [[nodiscard]] ConstLanes arrived(std::size_t sector) const noexcept { return arrived_[sector]; }  ///< this year

  [[nodiscard]] ConstLanes occupied() const noexcept { return occupied_[0]; }  ///< [mu], at year end

  /// Firms that would have come this year, and that left, beyond their expectation before the draw; [sector].
  [[nodiscard]] const Rows& arrival_surprise() const noexcept { return arrival_surprise_; }

  [[nodiscard]] const Rows& exit_surprise() const noexcept { return exit_surprise_; }

  /// Firms by years since arrival; the last class holds all older ones.
  [[nodiscard]] const Rows& ages(std::size_t sector) const noexcept { return ages_[sector]; }

 private:
  void leave(PathRange paths, int year, std::size_t sector, ConstLanes event, ConstSingles macro) noexcept;
  void draw_exits(PathRange paths, int year, std::size_t sector, ConstLanes event, ConstSingles macro) noexcept;
  void grow_older(std::size_t sector) noexcept;
  void release_land(int year) noexcept;
  void arrive(PathRange paths,
              int year,
              std::size_t sector,
              ConstLanes event,
              ConstSingles macro,
              flow::Operand boost) noexcept;
  void draw_arrivals(PathRange paths,
                     int year,
                     std::size_t sector,
                     ConstLanes event,
                     ConstSingles macro,
                     flow::Operand boost) noexcept;
  template <class T>
  void admit(std::size_t sector, std::span<const T> wanted) noexcept;

  const Park* park_;
  Counting counting_;
  bool surprises_;
  const flow::Draws* draws_ = nullptr;
  std::vector<random::Stream> exit_streams_;     // [sector]
  std::vector<random::Stream> arrival_streams_;  // [sector]
  std::vector<Rows> ages_;                       // [sector]
  Rows count_;                                   // [sector]
  Rows arrived_;                                 // [sector]
  Rows occupied_;
  Rows open_land_;  // this year's released land [mu]
  Rows staying_;    // the part of a sector's firms that does not leave
  Rows expected_;   // counts of the twin
  SingleRows singles_;
  Rows arrival_surprise_;
  Rows exit_surprise_;
};

}  // namespace shanhai::economy
