#pragma once

#include <cmath>

#include "random/math.hpp"

namespace shanhai::random {

/// The standard normal quantile: z with P(Z <= z) = u, relative error about 1e-15 for 2^-35 <= u <=
/// 1 - 2^-35.
///
/// Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
/// Statistics 37 (1988), PPND16. Both of its main regions are evaluated and one is chosen, so that
/// loops vectorise. Its third, for u below 1.4e-11, is left out: a 32-bit uniform never comes
/// there, and the second degrades slowly (to 1e-11 at u = 1e-20).
[[nodiscard]] inline double inverse_normal(double u) noexcept {
  const double q = u - 0.5;
  const double a = 0.180625 - q * q;
  double central = 2.5090809287301226727e+3;
  central = central * a + 3.3430575583588128105e+4;
  central = central * a + 6.7265770927008700853e+4;
  central = central * a + 4.5921953931549871457e+4;
  central = central * a + 1.3731693765509461125e+4;
  central = central * a + 1.9715909503065514427e+3;
  central = central * a + 1.3314166789178437745e+2;
  central = central * a + 3.3871328727963666080e+0;
  double central_over = 5.2264952788528545610e+3;
  central_over = central_over * a + 2.8729085735721942674e+4;
  central_over = central_over * a + 3.9307895800092710610e+4;
  central_over = central_over * a + 2.1213794301586595867e+4;
  central_over = central_over * a + 5.3941960214247511077e+3;
  central_over = central_over * a + 6.8718700749205790830e+2;
  central_over = central_over * a + 4.2313330701600911252e+1;
  central_over = central_over * a + 1;

  const double b = std::sqrt(-log(q < 0 ? u : 1 - u)) - 1.6;
  double tail = 7.74545014278341407640e-4;
  tail = tail * b + 2.27238449892691845833e-2;
  tail = tail * b + 2.41780725177450611770e-1;
  tail = tail * b + 1.27045825245236838258e+0;
  tail = tail * b + 3.64784832476320460504e+0;
  tail = tail * b + 5.76949722146069140550e+0;
  tail = tail * b + 4.63033784615654529590e+0;
  tail = tail * b + 1.42343711074968357734e+0;
  double tail_over = 1.05075007164441684324e-9;
  tail_over = tail_over * b + 5.47593808499534494600e-4;
  tail_over = tail_over * b + 1.51986665636164571966e-2;
  tail_over = tail_over * b + 1.48103976427480074590e-1;
  tail_over = tail_over * b + 6.89767334985100004550e-1;
  tail_over = tail_over * b + 1.67638483018380384940e+0;
  tail_over = tail_over * b + 2.05319162663775882187e+0;
  tail_over = tail_over * b + 1;

  const bool is_central = std::abs(q) <= 0.425;
  const double over = is_central ? central_over : tail_over;
  return (is_central ? q * central : (q < 0 ? -tail : tail)) / over;
}

}  // namespace shanhai::random
