#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/lanes.hpp"
#include "core/weighted_sum.hpp"
#include "economy/park.hpp"
#include "random/stream.hpp"

namespace shanhai::economy {

/// The name a factor's draws are addressed by, and its AR(1) coefficient.
struct FactorSpec {
  std::string name;
  double rho = 0;
};

/// The least eigenvalue of the correlation matrix of `factors` shocks; positive where the matrix is positive definite.
[[nodiscard]] double smallest_eigenvalue(std::size_t factors, const std::vector<Correlation>& correlation);

/// Variance of the sum s_1 + ... + s_t of a stationary AR(1) of unit variance: t + 2 sum (t - d) rho^d, for t =
/// 0..years.
[[nodiscard]] std::vector<double> sum_variance(double rho, int years);

/// Correlated stationary AR(1) factors of unit variance: s_t = rho s_{t-1} + sqrt(1 - rho²) e_t, e_t standard normal
/// with the given correlations, s_0 from the joint stationary law. A factor added at the end changes none before it.
///
/// In single precision, as the normals they are made of.
class Factors {
 public:
  /// @pre the correlation matrix is positive definite
  Factors(std::vector<FactorSpec> specs,
          const std::vector<Correlation>& correlation,
          std::uint64_t seed,
          std::size_t lanes);

  /// Draws s_0.
  void begin(PathRange paths) noexcept;

  /// Moves on to s_t.
  void step(PathRange paths, int year) noexcept;

  [[nodiscard]] ConstSingles operator[](std::size_t factor) const noexcept { return state_[factor]; }

 private:
  using Sum = std::vector<Weighted<float>>;

  [[nodiscard]] std::vector<Sum> sums(const std::vector<std::vector<double>>& root, bool go_on);
  void draw(PathRange paths, int year, const std::vector<Sum>& sums) noexcept;

  std::vector<FactorSpec> specs_;
  std::vector<random::Stream> streams_;
  SingleRows state_;
  SingleRows normal_;
  std::vector<Sum> initial_;  // [factor] of normals, s_0
  std::vector<Sum> step_;     // [factor] of the state before and normals, s_t
};

}  // namespace shanhai::economy
