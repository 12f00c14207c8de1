#pragma once

#include <array>
#include <cstddef>

#include "core/law.hpp"

namespace shanhai::random {

/// The quantile function of a Pert law, by a table of its distribution function F.
///
/// F is integrated over cells of equal width in y, x = y² (3 - 2 y), which crowds towards both ends
/// of the range; between the nodes it is the cubic with the right values and slopes (Hermite),
/// solved for y. Error in F below 1e-7.
class PertQuantile {
 public:
  explicit PertQuantile(const Pert& law);

  /// The x with F(x) = u, for u in (0, 1).
  [[nodiscard]] double operator()(double u) const noexcept;

 private:
  static constexpr std::size_t cells = 512;

  double low_;
  double width_;
  std::array<double, cells + 1> cumulated_{};  ///< F at the nodes
  std::array<double, cells + 1> slope_{};      ///< growth of F per cell width at the nodes
};

}  // namespace shanhai::random
