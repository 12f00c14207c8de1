#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace shanhai::random {

/// The standard normal quantile of (word + 1/2) / 2^32, relative error below 1e-6: single precision, as a word has no
/// more digits near 1/2 and needs no more in the tails. The opposite word ~word gives exactly the negative.
///
/// q P(w), with q = 2 u - 1 and w = -log(1 - q²); the form of Giles, "Approximating the erfinv function", GPU Computing
/// Gems (2011). P is a minimax polynomial, our own fit: in w where w < 6, which leaves out one word in eight hundred,
/// else in the square root of w.
struct WordNormal {
  static constexpr float tail_begins = 6;

  [[gnu::always_inline]] explicit WordNormal(std::uint32_t word) noexcept {
    const auto from_half = static_cast<std::int32_t>(word ^ 0x80000000U);
    const std::int32_t steps = from_half < 0 ? ~from_half : from_half;
    const float magnitude = (static_cast<float>(steps) + 0.5F) * 0x1p-31F;
    const float to_end = (static_cast<float>(INT32_MAX - steps) + 0.5F) * 0x1p-31F;
    w = minus_log(to_end * (1 + magnitude));
    q = std::bit_cast<float>(std::bit_cast<std::uint32_t>(magnitude) | (~word & 0x80000000U));
  }

  [[gnu::always_inline, nodiscard]] static float central(float q, float w) noexcept {
    const float x = w - 3.0F;
    const float square = x * x;
    const float p01 = 0x1.25e47ep+1F + 0x1.5deb84p-2F * x;
    const float p23 = -0x1.09f95p-7F - 0x1.36b13cp-10F * x;
    const float p45 = 0x1.22989ep-12F - 0x1.1ba21cp-16F * x;
    const float p67 = -0x1.757b2ep-19F + 0x1.ff5cb6p-22F * x;
    return q * ((p01 + square * p23) + square * square * (p45 + square * p67));
  }

  [[gnu::always_inline, nodiscard]] static float tail(float q, float w) noexcept {
    const float x = std::sqrt(w > tail_begins ? w : tail_begins) - 3.5F;
    const float square = x * x;
    const float p01 = 0x1.2de4c6p+2F + 0x1.6cb4b4p+0F * x;
    const float p23 = 0x1.312918p-8F - 0x1.7b1e6p-9F * x;
    const float p45 = 0x1.79d2d4p-10F - 0x1.0d222ep-10F * x;
    const float p67 = 0x1.9a1248p-11F - 0x1.1c0abap-12F * x;
    return q * ((p01 + square * p23) + square * square * (p45 + square * p67));
  }

  [[gnu::always_inline, nodiscard]] static float value(float q, float w) noexcept {
    return w < tail_begins ? central(q, w) : tail(q, w);
  }

  float q;
  float w;

 private:
  /// -log(x) for normal x, off by 4e-7 at most: all that P, which is flat, has need of.
  [[gnu::always_inline, nodiscard]] static float minus_log(float x) noexcept {
    constexpr std::uint32_t one = 0x3f800000;
    constexpr std::uint32_t sqrt_half = 0x3f3504f3;
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(x) + (one - sqrt_half);
    const auto k = static_cast<float>(127 - static_cast<std::int32_t>(bits >> 23U));
    const float f = std::bit_cast<float>((bits & 0x007fffff) + sqrt_half) - 1.0F;
    const float square = f * f;
    const float p01 = 0x1.000036p+0F - 0x1.000292p-1F * f;
    const float p23 = 0x1.5506d2p-2F - 0x1.fd925cp-3F * f;
    const float p45 = 0x1.a5f762p-3F - 0x1.8318c4p-3F * f;
    const float p = (p01 + square * p23) + square * square * (p45 + 0x1.e485f2p-4F * square);
    return 0.693147181F * k - f * p;
  }
};

[[gnu::always_inline, nodiscard]] inline float word_normal(std::uint32_t word) noexcept {
  const WordNormal normal(word);
  return WordNormal::value(normal.q, normal.w);
}

}  // namespace shanhai::random
