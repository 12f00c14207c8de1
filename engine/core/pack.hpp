#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

#ifdef __SSE2__
#include <immintrin.h>
#endif

namespace shanhai {

/// Bytes of the widest vector registers that this code is compiled for.
#if defined(__AVX512F__)
inline constexpr std::size_t register_bytes = 64;
#elif defined(__AVX2__)
inline constexpr std::size_t register_bytes = 32;
#else
inline constexpr std::size_t register_bytes = 16;
#endif

/// The lanes of one vector register. Written out where a loop's state must stay in registers from step to step, which
/// it does not do for arrays. How many they are is not seen in any result.
using Pack = double __attribute__((vector_size(register_bytes)));
using SinglePack = float __attribute__((vector_size(register_bytes)));

inline constexpr std::size_t pack_lanes = register_bytes / sizeof(double);
inline constexpr std::size_t single_pack_lanes = register_bytes / sizeof(float);

/// What stands in one lane of a pack; a number alone is its own lane.
template <class V>
using LaneOf =
    std::conditional_t<std::is_same_v<V, Pack>, double, std::conditional_t<std::is_same_v<V, SinglePack>, float, V>>;

/// So many packs go through a loop together, where each step waits for the one before: as many as the registers hold.
inline constexpr std::size_t packs_at_once = register_bytes == 64 ? 4 : 2;

/// The same number in every lane.
template <class V>
[[gnu::always_inline, nodiscard]] inline V all(double value) noexcept {
  return V{} + static_cast<LaneOf<V>>(value);
}

template <class Mask, class V>
[[gnu::always_inline, nodiscard]] inline V select(Mask condition, V yes, V no) noexcept {
  return condition ? yes : no;
}

/// Whether a condition holds in any lane.
[[gnu::always_inline, nodiscard]] inline bool any(bool condition) noexcept {
  return condition;
}

template <class Mask>
[[gnu::always_inline, nodiscard]] inline bool any(Mask condition) noexcept {
#if defined(__AVX512F__)
  const auto bits = __builtin_bit_cast(__m512i, condition);
  return _mm512_test_epi32_mask(bits, bits) != 0;
#elif defined(__AVX2__)
  return _mm256_movemask_epi8(__builtin_bit_cast(__m256i, condition)) != 0;
#elif defined(__SSE2__)
  return _mm_movemask_epi8(__builtin_bit_cast(__m128i, condition)) != 0;
#else
  bool found = false;
  for (std::size_t i = 0; i < sizeof(condition) / sizeof(condition[0]); ++i) {
    found = found || condition[i] != 0;
  }
  return found;
#endif
}

/// In how many lanes a condition on doubles holds.
template <class Mask>
[[gnu::always_inline, nodiscard]] inline unsigned count(Mask condition) noexcept {
#if defined(__AVX512F__)
  return static_cast<unsigned>(
      std::popcount(_cvtmask8_u32(_mm512_movepi64_mask(__builtin_bit_cast(__m512i, condition)))));
#elif defined(__AVX2__)
  return static_cast<unsigned>(
      std::popcount(static_cast<unsigned>(_mm256_movemask_pd(__builtin_bit_cast(__m256d, condition)))));
#elif defined(__SSE2__)
  return static_cast<unsigned>(
      std::popcount(static_cast<unsigned>(_mm_movemask_pd(__builtin_bit_cast(__m128d, condition)))));
#else
  unsigned found = 0;
  for (std::size_t i = 0; i < pack_lanes; ++i) {
    found += condition[i] != 0 ? 1U : 0U;
  }
  return found;
#endif
}

[[gnu::always_inline, nodiscard]] inline Pack magnitude(Pack x) noexcept {
  using Bits = std::int64_t __attribute__((vector_size(register_bytes)));
  return __builtin_bit_cast(Pack, __builtin_bit_cast(Bits, x) & INT64_MAX);
}

/// The lanes from `at` on.
/// @pre there are as many; rows have room for whole packs
template <class V>
[[gnu::always_inline, nodiscard]] inline V load(std::span<const LaneOf<V>> lanes, std::size_t at) noexcept {
  V part;
  std::memcpy(&part, lanes.data() + at, sizeof part);
  return part;
}

template <class V>
[[gnu::always_inline]] inline void put(V value, std::span<LaneOf<V>> lanes, std::size_t at) noexcept {
  std::memcpy(lanes.data() + at, &value, sizeof value);
}

}  // namespace shanhai
