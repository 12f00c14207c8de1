#pragma once

#include <cstddef>
#include <cstring>

#include "core/lanes.hpp"

namespace shanhai::random {

/// Bytes of the widest vector registers that this code is compiled for.
#if defined(__AVX512F__)
inline constexpr std::size_t register_bytes = 64;
#elif defined(__AVX2__)
inline constexpr std::size_t register_bytes = 32;
#else
inline constexpr std::size_t register_bytes = 16;
#endif

/// The lanes of one vector register. Written out where a loop's state must stay in registers from step to step, which
/// it does not do for arrays. How many they are is not seen in the result.
using Pack = double __attribute__((vector_size(register_bytes)));

inline constexpr std::size_t pack_lanes = register_bytes / sizeof(double);

/// So many packs go through a loop together, where each step waits for the one before: as many as the registers hold.
inline constexpr std::size_t packs_at_once = register_bytes == 64 ? 4 : 2;

/// The same number in every lane.
template <class V>
[[gnu::always_inline, nodiscard]] inline V all(double value) noexcept {
  return V{} + value;
}

[[gnu::always_inline, nodiscard]] inline double select(bool condition, double yes, double no) noexcept {
  return condition ? yes : no;
}

template <class Mask>
[[gnu::always_inline, nodiscard]] inline Pack select(Mask condition, Pack yes, Pack no) noexcept {
  return condition ? yes : no;
}

/// 1 in the lanes where low <= x <= high, else 0.
[[gnu::always_inline, nodiscard]] inline Pack within(Pack x, double low, double high) noexcept {
  const Pack none{};
  return select(x >= low, select(x <= high, all<Pack>(1), none), none);
}

/// The sum of the lanes, which are small whole numbers.
[[gnu::always_inline, nodiscard]] inline double sum_of(double value) noexcept {
  return value;
}

[[gnu::always_inline, nodiscard]] inline double sum_of(Pack value) noexcept {
  double sum = 0;
  for (std::size_t i = 0; i < pack_lanes; ++i) {
    sum += value[i];
  }
  return sum;
}

/// The lanes from `at` on.
/// @pre there are as many
[[gnu::always_inline, nodiscard]] inline Pack load(ConstLanes lanes, std::size_t at) noexcept {
  Pack part;
  std::memcpy(&part, &lanes[at], sizeof part);
  return part;
}

[[gnu::always_inline]] inline void store(Pack value, Lanes lanes, std::size_t at) noexcept {
  std::memcpy(&lanes[at], &value, sizeof value);
}

}  // namespace shanhai::random
