#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/lanes.hpp"

namespace shanhai {

/// A row, and how much each of its lanes counts.
template <class T>
struct Weighted {
  std::span<const T> row;
  T weight = 1;
};

namespace detail {

// out[i] = out[i] or 0, + the terms; their rows and weights in registers.
template <bool onto, class T, std::size_t... term>
void add_terms(const Weighted<T>* terms, std::span<T> out, std::index_sequence<term...> /*terms*/) noexcept {
  const std::array<const T*, sizeof...(term)> row{terms[term].row.data()...};
  const std::array<T, sizeof...(term)> weight{terms[term].weight...};
  each_lane(out.size(), [&](std::size_t i) { out[i] = ((onto ? out[i] : T{}) + ... + (weight[term] * row[term][i])); });
}

// The same for a number of terms that is not known beforehand.
template <bool onto, class T, std::size_t... count>
void add_terms(std::span<const Weighted<T>> terms,
               std::span<T> out,
               std::index_sequence<count...> /*counts*/) noexcept {
  ((count == terms.size() ? add_terms<onto>(terms.data(), out, std::make_index_sequence<count>{}) : void()), ...);
}

}  // namespace detail

/// out[i] = 0 + w_1 row_1[i] + w_2 row_2[i] + ..., added in the order of the terms. The sum stays in registers, where
/// one loop per term would write and read it each time. `out` may be the first of the rows.
/// @pre no row is shorter than `out`
template <class T>
void weighted_sum(std::span<const Weighted<T>> terms, std::span<T> out) noexcept {
  constexpr std::size_t at_once = 8;
  using Counts = std::make_index_sequence<at_once + 1>;
  detail::add_terms<false>(terms.first(std::min(at_once, terms.size())), out, Counts{});
  for (std::size_t done = at_once; done < terms.size(); done += at_once) {
    detail::add_terms<true>(terms.subspan(done, std::min(at_once, terms.size() - done)), out, Counts{});
  }
}

}  // namespace shanhai
