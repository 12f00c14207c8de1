#pragma once

#include <array>
#include <cstddef>
#include <limits>

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

/// Inverts a law: the smallest k with P(first) + ... + P(k) >= u. Never decreases in u.
///
/// Ends also where a further term no longer moves the sum, so that u = 1 and rounding cannot keep it from ending.
template <class T>
[[nodiscard]] inline T search_upward(std::size_t first, const Panjer<T>& law, T u) noexcept {
  T p = law.at_first;
  T sum = p;
  std::size_t k = first;
  while (sum < u) {
    p *= law.a * inverse<T>(k + 1) - law.c;
    const T before = sum;
    sum += p;
    if (!(sum > before)) {
      break;
    }
    ++k;
  }
  return static_cast<T>(k);
}

/// The same from 0 in every lane of several laws at once: one alone would wait for each of its steps to end before the
/// next. NaN in lanes whose sum stays short of u, as rounding may bring about for u next to 1; which these are depends
/// on each lane alone.
template <class V, std::size_t many>
[[gnu::always_inline, nodiscard]] inline std::array<V, many> search_together(const std::array<Panjer<V>, many>& laws,
                                                                             const std::array<V, many>& u) noexcept {
  // Steps between two looks whether any lane still searches; steps too many change nothing.
  constexpr std::size_t steps = 2;
  const V one = all<V>(1);
  std::array<V, many> p{};
  std::array<V, many> sum{};
  std::array<V, many> k{};
  for (std::size_t law = 0; law < many; ++law) {
    p[law] = sum[law] = laws[law].at_first;
  }
  V searching{};
  std::size_t next = 0;
  do {
    searching = V{};
    for (std::size_t step = 1; step <= steps; ++step) {
      ++next;
      const V part = V{} + inverse<LaneOf<V>>(next);
      for (std::size_t law = 0; law < many; ++law) {
        p[law] *= laws[law].a * part - laws[law].c;
        const V before = sum[law];
        sum[law] += p[law];
        k[law] = select(before < u[law], k[law] + one, k[law]);
        if (step == steps) {
          searching = select((sum[law] < u[law]) & (sum[law] > before), one, searching);
        }
      }
    }
  } while (any(searching > V{}));
  for (std::size_t law = 0; law < many; ++law) {
    k[law] = select(sum[law] < u[law], all<V>(std::numeric_limits<double>::quiet_NaN()), k[law]);
  }
  return k;
}

}  // namespace shanhai::random
