#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

/// Elementary functions made of + - * / and bit operations alone: the same bits on every machine,
/// and free of branches, so that loops over lanes vectorise. The system's libm promises neither.
namespace shanhai::random {

/// log 2 in two parts; the first has 32 trailing zero bits, so that its product with a whole
/// exponent is exact.
inline constexpr double log2_high = 0x1.62e42fee00000p-1;
inline constexpr double log2_low = 0x1.a39ef35793c76p-33;

/// e to the power x, within 1 ulp where the result is a normal number; 0 below about -745, infinity
/// above 709.78; NaN stays.
///
/// x = n log 2 + r with whole n and |r| <= log(2)/2; e^r = 1 + r + r² q(r), q the minimax polynomial of degree 10, by
/// which e^r is relatively less than 2^-63 off; the factor 2^n in two halves, so that it overflows and
/// underflows where the result does.
[[nodiscard]] inline double exp(double x) noexcept {
  constexpr double log2_e = 0x1.71547652b82fep+0;
  constexpr double half = 2048;                // makes every exponent positive
  constexpr double rounder = 0x1.8p52 + half;  // adding it leaves n + half in the lowest bits
  x = x < -746.0 ? -746.0 : x;
  x = x > 710.0 ? 710.0 : x;

  const double shifted = x * log2_e + rounder;
  const double n = shifted - rounder;
  const double r = (x - n * log2_high) - n * log2_low;

  // By pairs, then pairs of pairs: in a chain each step would wait for the one before.
  const double square = r * r;
  const double fourth = square * square;
  const double q12 = 0x1.555555555555bp-3 + 0x1.5555555555505p-5 * r;
  const double q34 = 0x1.111111110ec75p-7 + 0x1.6c16c16c2fa02p-10 * r;
  const double q56 = 0x1.a01a01b373520p-13 + 0x1.a01a0138ee520p-16 * r;
  const double q78 = 0x1.71ddf03eca7cdp-19 + 0x1.27e5b09a23ecbp-22 * r;
  const double q910 = 0x1.af6bb0940ab2ap-26 + 0x1.1e412eae4d50ap-29 * r;
  const double q = 0.5 + r * ((q12 + q34 * square) + fourth * ((q56 + q78 * square) + fourth * q910));
  const double power = 1 + (r + square * q);

  const std::uint64_t whole = std::bit_cast<std::uint64_t>(shifted) - std::bit_cast<std::uint64_t>(0x1.8p52);
  const std::uint64_t first = whole >> 1U;
  const std::uint64_t second = whole - first;
  return power * std::bit_cast<double>((first - 1) << 52U) * std::bit_cast<double>((second - 1) << 52U);
}

/// Natural logarithm, within 1 ulp for normal x; -infinity below the smallest normal number (0
/// included), NaN for negative x; infinity and NaN stay.
///
/// x = 2^k m with m in [sqrt(1/2), sqrt(2)); log m by the odd series in s = (m-1)/(m+1), with the
/// minimax coefficients of FDLIBM's e_log.c (Sun Microsystems, 1993).
[[nodiscard]] inline double log(double x) noexcept {
  constexpr std::uint64_t one = 0x3ff0000000000000;
  constexpr std::uint64_t sqrt_half = 0x3fe6a09e00000000;
  const auto bits = std::bit_cast<std::uint64_t>(x) + (one - sqrt_half);
  // The exponent as a double without an integer conversion, which most vector units lack: put into
  // the bits of 2^52.
  const double k = std::bit_cast<double>((bits >> 52U) | 0x4330000000000000) - (0x1p52 + 1023);
  const auto m = std::bit_cast<double>((bits & 0x000fffffffffffff) + sqrt_half);

  const double f = m - 1;
  const double s = f / (2 + f);
  const double z = s * s;
  const double w = z * z;
  const double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double odd =
      z * (6.666666666666735130e-01 +
           w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  const double half_square = 0.5 * f * f;
  const double usual = k * log2_high - ((half_square - (s * (half_square + even + odd) + k * log2_low)) - f);

  const double high = x <= std::numeric_limits<double>::max() ? usual : x;
  const double low = x >= 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
  return x >= std::numeric_limits<double>::min() ? high : low;
}

/// log(1 + x) for x > -1, accurate for small x too: the rounding of 1 + x is put back to first
/// order.
[[nodiscard]] inline double log1p(double x) noexcept {
  const double sum = 1 + x;
  return log(sum) + (x - (sum - 1)) / sum;
}

/// x to the power y for normal x > 0, as exp(y log x): relative error about |y log x| ulp.
[[nodiscard]] inline double pow(double x, double y) noexcept {
  return exp(y * log(x));
}

}  // namespace shanhai::random
