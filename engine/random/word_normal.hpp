#pragma once

#include <cmath>
#include <cstdint>

#include "random/single_math.hpp"

namespace shanhai::random {

/// The standard normal quantile of (word + 1/2) / 2^32, relative error below 1e-6: single precision, as a word has no
/// more digits near 1/2 and needs no more in the tails.
///
/// q P(w), with q = u - 1/2 and w = -log(4 u (1 - u)); the form of Giles, "Approximating the erfinv function", GPU
/// Computing Gems (2011). P is a minimax polynomial: in w where w < 5, which leaves out three words in a thousand, else
/// in the square root of w.
struct WordNormal {
  static constexpr float tail_begins = 5;

  [[gnu::always_inline]] explicit WordNormal(std::uint32_t word) noexcept {
    const auto from_half = static_cast<std::int32_t>(word ^ 0x80000000U);
    q = (static_cast<float>(from_half) + 0.5F) * 0x1p-32F;
    const std::int32_t to_end = from_half < 0 ? from_half - INT32_MIN : INT32_MAX - from_half;
    const float t = (static_cast<float>(to_end) + 0.5F) * 0x1p-32F;
    w = -single_log(4 * t * (1 - t));
  }

  [[gnu::always_inline, nodiscard]] float central() const noexcept {
    const float x = w - 2.5F;
    const float square = x * x;
    const float fourth = square * square;
    const float p01 = 4.246627133e+0F + 6.976053198e-1F * x;
    const float p23 = -1.181634194e-2F - 3.546020312e-3F * x;
    const float p45 = 6.183004056e-4F - 1.243598547e-5F * x;
    const float p678 = -9.981130424e-6F + 9.722078687e-7F * x + 8.070927038e-8F * square;
    return q * ((p01 + p23 * square) + fourth * (p45 + p678 * square));
  }

  [[gnu::always_inline, nodiscard]] float tail() const noexcept {
    const float x = std::sqrt(w > tail_begins ? w : tail_begins) - 3.5F;
    const float square = x * x;
    const float p01 = 9.434175152e+0F + 2.849252876e+0F * x;
    const float p23 = 9.339566470e-3F - 5.700795396e-3F * x;
    const float p45 = 2.819937480e-3F - 2.193699023e-3F * x;
    const float p67 = 1.599923906e-3F - 4.776284268e-4F * x;
    return q * (p01 + square * (p23 + square * (p45 + square * p67)));
  }

  [[gnu::always_inline, nodiscard]] float value() const noexcept { return w < tail_begins ? central() : tail(); }

  float q;
  float w;
};

[[gnu::always_inline, nodiscard]] inline float word_normal(std::uint32_t word) noexcept {
  return WordNormal(word).value();
}

}  // namespace shanhai::random
