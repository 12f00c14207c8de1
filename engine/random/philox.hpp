#pragma once

#include <array>
#include <cstdint>

namespace shanhai::random {

using PhiloxKey = std::array<std::uint32_t, 2>;
using PhiloxWords = std::array<std::uint32_t, 4>;

/// Four random words from a counter of four words: Philox4x32-10.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11. A pure
/// function without branches: a loop over counters vectorises.
[[nodiscard]] constexpr PhiloxWords philox(PhiloxWords counter, PhiloxKey key) noexcept {
  // Words stand in 64 bits: vector units multiply the low halves of 64-bit lanes, and nothing need be shuffled. What
  // stands above the low half never comes down again.
  constexpr std::uint64_t low = 0xffffffff;
  std::uint64_t c0 = counter[0];
  std::uint64_t c1 = counter[1];
  std::uint64_t c2 = counter[2];
  std::uint64_t c3 = counter[3];
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = (c0 & low) * 0xD2511F53;
    const std::uint64_t b = (c2 & low) * 0xCD9E8D57;
    c0 = (b >> 32U) ^ c1 ^ key[0];
    c1 = b;
    c2 = (a >> 32U) ^ c3 ^ key[1];
    c3 = a;
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
  }
  return {static_cast<std::uint32_t>(c0),
          static_cast<std::uint32_t>(c1),
          static_cast<std::uint32_t>(c2),
          static_cast<std::uint32_t>(c3)};
}

}  // namespace shanhai::random
