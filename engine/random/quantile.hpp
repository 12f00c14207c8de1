#pragma once

#include <vector>

#include "core/law.hpp"
#include "random/normal.hpp"

namespace shanhai::random {

// Quantile functions: each is built from its law once, and maps u in (0, 1) to the x with P(X <= x)
// = u.

class UniformQuantile {
 public:
  explicit UniformQuantile(const Uniform& law) : low_(law.low), width_(law.high - law.low) {}

  [[nodiscard]] double operator()(double u) const noexcept { return low_ + width_ * u; }

 private:
  double low_;
  double width_;
};

class TriangularQuantile {
 public:
  explicit TriangularQuantile(const Triangular& law) : law_(law) {}

  [[nodiscard]] double operator()(double u) const noexcept;

 private:
  Triangular law_;
};

/// Cut at mean ± 6 sd: what lies beyond, two in a thousand million, is moved to the cut.
class NormalQuantile {
 public:
  explicit NormalQuantile(const Normal& law) : law_(law) {}

  [[nodiscard]] double operator()(double u) const noexcept;

 private:
  Normal law_;
};

class LognormalQuantile {
 public:
  explicit LognormalQuantile(const Lognormal& law);

  [[nodiscard]] double operator()(double u) const noexcept { return median_ * exp(s_ * inverse_normal(u)); }

 private:
  double median_;
  double s_;
};

/// The outcomes in the order written, each on its stretch of (0, 1).
class DiscreteQuantile {
 public:
  explicit DiscreteQuantile(const Discrete& law);
  [[nodiscard]] double operator()(double u) const noexcept;

 private:
  std::vector<double> values_;
  std::vector<double> upto_;  ///< cumulated weights, the last one left out
};

}  // namespace shanhai::random
