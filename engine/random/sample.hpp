#pragma once

#include <variant>

#include "core/lanes.hpp"
#include "core/law.hpp"
#include "random/pert.hpp"
#include "random/quantile.hpp"
#include "random/stream.hpp"

namespace shanhai::random {

/// Draws one number per path from a law, by inversion: one uniform each, and never outside
/// support(law).
class Sampler {
 public:
  /// Prepares the law (tabulates it, for Pert).
  explicit Sampler(const Law& law);

  /// out[i] is the number of path paths.first + i, from the stream's year 0, draw 0.
  /// @pre out.size() == paths.count
  // NOLINTNEXTLINE(bugprone-exception-escape)
  void draw(const Stream& stream, PathRange paths, Lanes out) const noexcept;

 private:
  using Quantile = std::
      variant<UniformQuantile, TriangularQuantile, PertQuantile, NormalQuantile, LognormalQuantile, DiscreteQuantile>;
  Quantile quantile_;
};

}  // namespace shanhai::random
