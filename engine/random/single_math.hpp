#pragma once

#include <bit>
#include <cstdint>

/// Elementary functions in single precision, with a relative error of about 1e-7; of + - * / and bit operations alone
/// and free of branches, like those of math.hpp. Source: expf and logf of Cephes (Moshier, 1992).
namespace shanhai::random {

/// (word + 1/2) / 2^32, rounded once, as either half of a word is exact: in (0, 1].
[[gnu::always_inline, nodiscard]] inline float single_unit(std::uint32_t word) noexcept {
  const auto high = static_cast<float>(static_cast<std::int32_t>(word >> 16U));
  const auto low = static_cast<float>(static_cast<std::int32_t>(word & 0xffffU));
  return high * 0x1p-16F + (low + 0.5F) * 0x1p-32F;
}

/// The ends of single_exp.
inline constexpr float least_exponent = -87;
inline constexpr float most_exponent = 88;

/// e to the power x.
/// @pre x lies between those ends
[[gnu::always_inline, nodiscard]] inline float single_exp_within(float x) noexcept {
  constexpr float rounder = 0x1.8p23F;  // adding it leaves the nearest whole number in the lowest bits
  const float shifted = x * 1.44269504F + rounder;
  const float n = shifted - rounder;
  const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  const float square = r * r;
  const float p01 = 5.0000001201e-1F + 1.6666665459e-1F * r;
  const float p23 = 4.1665795894e-2F + 8.3334519073e-3F * r;
  const float p45 = 1.3981999507e-3F + 1.9875691500e-4F * r;
  const float power = 1 + (r + square * (p01 + square * (p23 + square * p45)));
  return power * std::bit_cast<float>((std::bit_cast<std::uint32_t>(shifted) + 127U) << 23U);
}

/// e to the power x, held between those ends so that it is always a normal number. NaN stays.
[[gnu::always_inline, nodiscard]] inline float single_exp(float x) noexcept {
  x = x < least_exponent ? least_exponent : x;
  x = x > most_exponent ? most_exponent : x;
  return single_exp_within(x);
}

/// The natural logarithm of a normal x > 0.
[[gnu::always_inline, nodiscard]] inline float single_log(float x) noexcept {
  constexpr std::uint32_t one = 0x3f800000;
  constexpr std::uint32_t sqrt_half = 0x3f3504f3;
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(x) + (one - sqrt_half);
  const auto k = static_cast<float>(static_cast<std::int32_t>(bits >> 23U) - 127);
  const float f = std::bit_cast<float>((bits & 0x007fffff) + sqrt_half) - 1.0F;
  // By pairs, then pairs of pairs: in a chain each step would wait for the one before.
  const float square = f * f;
  const float fourth = square * square;
  const float p01 = 3.3333331174e-1F - 2.4999993993e-1F * f;
  const float p23 = 2.0000714765e-1F - 1.6668057665e-1F * f;
  const float p45 = 1.4249322787e-1F - 1.2420140846e-1F * f;
  const float p678 = 1.1676998740e-1F - 1.1514610310e-1F * f + 7.0376836292e-2F * square;
  const float p = (p01 + p23 * square) + fourth * (p45 + p678 * square);
  return (p * f * square - 2.12194440e-4F * k - 0.5F * square + f) + 0.693359375F * k;
}

}  // namespace shanhai::random
