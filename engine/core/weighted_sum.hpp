#pragma once

#include <array>
#include <span>
#include <type_traits>

#include "core/lanes.hpp"
#include "core/pack.hpp"

namespace shanhai {

/// A row, and how much each of its lanes counts.
template <class T>
struct Weighted {
  std::span<const T> row;
  T weight = 1;
};

namespace detail {

// V is a pack of so many lanes, or one lane.
template <class V, std::size_t lanes, std::size_t many, class T>
[[gnu::always_inline]] inline void sum_packs(std::span<const Weighted<T>> terms, std::span<T> out, std::size_t at) {
  std::array<V, many> sum{};
  for (const Weighted<T>& term : terms) {
    for (std::size_t pack = 0; pack < many; ++pack) {
      sum[pack] += term.weight * load<V>(term.row, at + pack * lanes);
    }
  }
  for (std::size_t pack = 0; pack < many; ++pack) {
    store(sum[pack], out, at + pack * lanes);
  }
}

}  // namespace detail

/// out[i] = 0 + w_1 row_1[i] + w_2 row_2[i] + ..., added in the order of the terms. The sum stays in registers, where
/// one loop per term would write and read it each time. `out` may be one of the rows.
/// @pre no row is shorter than `out`
template <class T>
void weighted_sum(std::span<const Weighted<T>> terms, std::span<T> out) noexcept {
  using V = std::conditional_t<std::is_same_v<T, double>, Pack, SinglePack>;
  constexpr std::size_t lanes = register_bytes / sizeof(T);
  std::size_t at = 0;
  for (; at + packs_at_once * lanes <= out.size(); at += packs_at_once * lanes) {
    detail::sum_packs<V, lanes, packs_at_once>(terms, out, at);
  }
  for (; at + lanes <= out.size(); at += lanes) {
    detail::sum_packs<V, lanes, 1>(terms, out, at);
  }
  for (; at < out.size(); ++at) {
    detail::sum_packs<T, 1, 1>(terms, out, at);
  }
}

}  // namespace shanhai
