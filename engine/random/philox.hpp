#pragma once

#include <array>
#include <cstdint>

#include "core/pack.hpp"

namespace shanhai::random {

using PhiloxKey = std::array<std::uint32_t, 2>;
using PhiloxWords = std::array<std::uint32_t, 4>;

/// Words stand in the low halves of 64 bits, of one lane or of a pack: vector units multiply the low halves of 64-bit
/// lanes, and nothing need be shuffled.
using WordPack = std::uint64_t __attribute__((vector_size(register_bytes)));

inline constexpr std::size_t word_pack_lanes = register_bytes / sizeof(std::uint64_t);

/// The product of a low half, whatever stands above it, and a word.
[[gnu::always_inline, nodiscard]] constexpr std::uint64_t low_product(std::uint64_t a, std::uint32_t word) noexcept {
  return (a & 0xffffffff) * word;
}

[[gnu::always_inline, nodiscard]] inline WordPack low_product(WordPack a, std::uint32_t word) noexcept {
  const WordPack b = WordPack{} + word;
#if defined(__AVX512F__)
  return __builtin_bit_cast(
      WordPack, _mm512_maskz_mul_epu32(0xff, __builtin_bit_cast(__m512i, a), __builtin_bit_cast(__m512i, b)));
#elif defined(__AVX2__)
  return __builtin_bit_cast(WordPack, _mm256_mul_epu32(__builtin_bit_cast(__m256i, a), __builtin_bit_cast(__m256i, b)));
#elif defined(__SSE2__)
  return __builtin_bit_cast(WordPack, _mm_mul_epu32(__builtin_bit_cast(__m128i, a), __builtin_bit_cast(__m128i, b)));
#else
  return (a & 0xffffffff) * b;
#endif
}

/// Philox4x32-10 on words that stand in low halves, for several counters at once; what stands above never comes down,
/// and is left there.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
template <class V, std::size_t many>
[[gnu::always_inline]] constexpr void philox_rounds(std::array<std::array<V, 4>, many>& counters,
                                                    PhiloxKey key) noexcept {
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
#pragma GCC unroll 4
    for (std::array<V, 4>& c : counters) {
      const V a = low_product(c[0], 0xD2511F53);
      const V b = low_product(c[2], 0xCD9E8D57);
      c = {(b >> 32U) ^ c[1] ^ key[0], b, (a >> 32U) ^ c[3] ^ key[1], a};
    }
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
  }
}

/// Four random words from a counter of four words.
[[nodiscard]] constexpr PhiloxWords philox(PhiloxWords counter, PhiloxKey key) noexcept {
  std::array<std::array<std::uint64_t, 4>, 1> all{{{counter[0], counter[1], counter[2], counter[3]}}};
  philox_rounds(all, key);
  const std::array<std::uint64_t, 4>& c = all[0];
  return {static_cast<std::uint32_t>(c[0]),
          static_cast<std::uint32_t>(c[1]),
          static_cast<std::uint32_t>(c[2]),
          static_cast<std::uint32_t>(c[3])};
}

}  // namespace shanhai::random
