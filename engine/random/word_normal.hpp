#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace shanhai::random {

/// log(x) for normal x > 0, relative error about 1e-7. Source: logf of Cephes (Moshier, 1992).
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

/// The standard normal quantile of (word + 1/2) / 2^32, relative error below 1e-6: single precision, as a word has no
/// more digits near 1/2 and needs no more in the tails.
///
/// Source: Wichura, AS 241 (normal.hpp), PPND7; its third region begins below 2^-33. Both regions are evaluated and one
/// is chosen, so that loops vectorise.
[[gnu::always_inline, nodiscard]] inline float word_normal(std::uint32_t word) noexcept {
  const auto from_half = static_cast<std::int32_t>(word ^ 0x80000000U);
  const float q = (static_cast<float>(from_half) + 0.5F) * 0x1p-32F;
  const float a = 0.180625F - q * q;
  const float central = ((5.9109374720e+1F * a + 1.5929113202e+2F) * a + 5.0434271938e+1F) * a + 3.3871327179e+0F;
  const float central_over = ((6.7187563600e+1F * a + 7.8757757664e+1F) * a + 1.7895169469e+1F) * a + 1.0F;

  const std::int32_t to_end = from_half < 0 ? from_half - INT32_MIN : INT32_MAX - from_half;
  const float tail_probability = (static_cast<float>(to_end) + 0.5F) * 0x1p-32F;
  const float b = std::sqrt(-single_log(tail_probability)) - 1.6F;
  const float tail = ((1.7023821103e-1F * b + 1.3067284816e+0F) * b + 2.7568153900e+0F) * b + 1.4234372777e+0F;
  const float tail_over = (1.2021132975e-1F * b + 7.3700164250e-1F) * b + 1.0F;

  const bool is_central = std::abs(q) <= 0.425F;
  return (is_central ? q * central : (q < 0 ? -tail : tail)) / (is_central ? central_over : tail_over);
}

}  // namespace shanhai::random
