#pragma once

#include <cstdint>
#include <vector>

#include "sweep/sweep.hpp"

namespace shanhai::sweep {

/// Where the points of a design lie on the axes, shape [point][axis]: the place among the values listed or the steps of
/// a grid or list; of a sampled range a number in [0, 1].
class Points {
 public:
  /// All points of the sweep's design, before `where`.
  /// @param seed  of what the design draws at random
  Points(const Sweep& sweep, std::uint64_t seed);

  /// Points at places that are given, shape [point][axis].
  Points(std::size_t axes, std::vector<double> places);

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

  [[nodiscard]] double place(std::uint64_t point, std::size_t axis) const noexcept {
    return places_[point * axes_ + axis];
  }

  /// The places of a point on some of the axes.
  [[nodiscard]] std::vector<double> places(std::uint64_t point, const std::vector<std::size_t>& axes) const;

  /// Keeps the points for which it is true, in their order.
  void keep(const std::vector<bool>& which);

 private:
  std::size_t axes_;
  std::uint64_t size_ = 0;
  std::vector<double> places_;
};

/// How many points a design has; more than `most_points` are not made.
inline constexpr std::uint64_t most_points = 10'000'000;
[[nodiscard]] double count_points(const Sweep& sweep);

/// The value of a key at a place of its axis, as it would be written in the scenario.
[[nodiscard]] document::Node value_at(const Sweep& sweep, const Axis& axis, const Key& key, double place);

/// The value of an axis's first key at a place, on one line.
[[nodiscard]] std::string text_at(const Sweep& sweep, std::size_t axis, double place);

/// The base scenario at a point.
/// @pre faults_of_keys() finds none
[[nodiscard]] document::Node scenario_at(const Sweep& sweep,
                                         const document::Node& base,
                                         const Points& points,
                                         std::uint64_t point);

}  // namespace shanhai::sweep
