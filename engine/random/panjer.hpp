#pragma once

#include <array>

#include "core/pack.hpp"

namespace shanhai::random {

/// 1 / k for the counts that most searches pass.
template <class T>
inline constexpr std::array<T, 256> inverses = [] {
  std::array<T, 256> table{};
  for (std::size_t k = 1; k < table.size(); ++k) {
    table[k] = static_cast<T>(1 / static_cast<double>(k));
  }
  return table;
}();

template <class T>
[[gnu::always_inline, nodiscard]] inline T inverse(std::size_t k) noexcept {
  return k < inverses<T>.size() ? inverses<T>[k] : static_cast<T>(1 / static_cast<double>(k));
}

/// A law of counts by its recursion: P(k) = P(k - 1) (a / k - c) for k > first, starting from P(first).
///
/// V is one lane or a pack of them. One search serves the Poisson law (a = mean, c = 0) and the binomial law (a = (n +
/// 1) q, c = q, q = p / (1 - p)). Below `first` the law holds nothing worth counting. Source: Panjer, "Recursive
/// evaluation of a family of compound distributions", ASTIN Bulletin 12 (1981).
template <class V>
struct Panjer {
  V at_first{};
  V a{};
  V c{};
};

/// Where both of two conditions hold.
[[gnu::always_inline, nodiscard]] inline bool both(bool a, bool b) noexcept {
  return a && b;
}

template <class Mask>
[[gnu::always_inline, nodiscard]] inline Mask both(Mask a, Mask b) noexcept {
  return a & b;
}

/// Inverts several laws at once: the smallest k with P(first) + ... + P(k) >= u, in every lane of every law. One alone
/// would wait for each of its steps to end before the next.
///
/// Ends in each lane also where a further term no longer moves the sum, so that u = 1 and rounding
/// cannot keep it from ending. A lane's result depends on that lane alone. Never decreases in u.
template <class V, std::size_t many>
[[gnu::always_inline, nodiscard]] inline std::array<V, many> search_upward(std::size_t first,
                                                                           const std::array<Panjer<V>, many>& laws,
                                                                           const std::array<V, many>& u) noexcept {
  // Steps between two looks whether any lane still searches; steps too many change nothing.
  constexpr int steps = 2;
  const V none{};
  const V one = all<V>(1);
  std::array<V, many> p{};
  std::array<V, many> sum{};
  std::array<V, many> k{};
  for (std::size_t law = 0; law < many; ++law) {
    p[law] = sum[law] = laws[law].at_first;
    k[law] = all<V>(static_cast<double>(first));
  }
  V moved{};
  std::size_t next = first;
  do {
    for (int step = 0; step < steps; ++step) {
      ++next;
      const V part = V{} + inverse<LaneOf<V>>(next);
      moved = none;
      for (std::size_t law = 0; law < many; ++law) {
        p[law] *= laws[law].a * part - laws[law].c;
        const V before = sum[law];
        sum[law] += p[law];
        const auto is_short = before < u[law];
        const auto has_grown = sum[law] > before;
        const auto moves = both(is_short, has_grown);
        k[law] = select(moves, k[law] + one, k[law]);
        moved = select(moves, one, moved);
      }
    }
  } while (any(moved > none));
  return k;
}

}  // namespace shanhai::random
