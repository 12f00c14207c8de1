#pragma once

namespace shanhai::random {

/// log(n!) minus Stirling's log(sqrt(2 pi n) (n/e)^n), for whole n >= 1; absolute error below
/// 1e-16.
[[nodiscard]] double stirling_error(double n) noexcept;

/// x log(x / mean) + mean - x for x, mean > 0, without the cancellation of that formula near x =
/// mean.
[[nodiscard]] double deviance(double x, double mean) noexcept;

/// P(X = k) of the Poisson law for whole k >= 1, mean > 0; relative error about 1e-15 (1 +
/// deviance).
///
/// Source for all of this file: Loader, "Fast and accurate computation of binomial probabilities"
/// (2000). Straight use of log-gamma functions would lose seven digits at means of a million.
[[nodiscard]] double poisson_probability(double k, double mean) noexcept;

/// P(X = k) of the binomial law for whole 1 <= k < n, 0 < p < 1.
[[nodiscard]] double binomial_probability(double k, double n, double p) noexcept;

}  // namespace shanhai::random
