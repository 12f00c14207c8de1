#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

#include "random/single_math.hpp"

namespace shanhai::random {

/// Sine and cosine of an angle from -pi/4 to pi/4, off by 1e-7 at most. Source: sinf and cosf of Cephes (Moshier,
/// 1992).
[[gnu::always_inline, nodiscard]] inline float single_sine(float x) noexcept {
  const float square = x * x;
  return x + x * square * (-1.6666654611e-1F + square * (8.3321608736e-3F - 1.9515295891e-4F * square));
}

[[gnu::always_inline, nodiscard]] inline float single_cosine(float x) noexcept {
  const float square = x * x;
  return 1 - 0.5F * square +
         square * square * (4.166664568298827e-2F + square * (-1.388731625493765e-3F + 2.443315711809948e-5F * square));
}

/// How far from the origin of the plane a pair of normal numbers lies, by a word: the square root of -2 log of its
/// uniform number, at most 6.8.
[[gnu::always_inline, nodiscard]] inline float normal_distance(std::uint32_t word) noexcept {
  return std::sqrt(-2 * single_log(single_unit(word)));
}

/// Two independent standard normal numbers in single precision: a point of the plane at that distance, whose angle is
/// another word's part of a turn.
///
/// Source: Box, Muller, "A note on the generation of random normal deviates", Ann. Math. Statist. 29 (1958).
struct NormalPair {
  [[gnu::always_inline]] NormalPair(float distance, std::uint32_t word) noexcept {
    constexpr float half_pi = 1.57079633F;
    constexpr std::uint32_t sign = 0x80000000U;
    // The two highest bits are the quarter of the turn, the others the way from its middle.
    const float within = static_cast<float>(static_cast<std::int32_t>((word << 2U) | 2U)) * (half_pi * 0x1p-32F);
    const float sine = distance * single_sine(within);
    const float cosine = distance * single_cosine(within);
    const bool odd_quarter = (word & 0x40000000U) != 0;
    const auto x = std::bit_cast<std::uint32_t>(odd_quarter ? sine : cosine);
    const auto y = std::bit_cast<std::uint32_t>(odd_quarter ? cosine : sine);
    first = std::bit_cast<float>(x ^ ((word ^ (word << 1U)) & sign));
    second = std::bit_cast<float>(y ^ (word & sign));
  }

  float first;
  float second;
};

}  // namespace shanhai::random
