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

/// So many terms are added in one loop.
inline constexpr std::size_t terms_at_once = 8;

// act(i, start(i) + the terms); their rows and weights in registers.
template <class T, class Start, class Act, std::size_t... term>
void each_sum(const Weighted<T>* terms,
              std::size_t lanes,
              const Start& start,
              const Act& act,
              std::index_sequence<term...> /*terms*/) noexcept {
  const std::array<const T*, sizeof...(term)> row{terms[term].row.data()...};
  const std::array<T, sizeof...(term)> weight{terms[term].weight...};
  each_lane(lanes, [&](std::size_t i) { act(i, (start(i) + ... + (weight[term] * row[term][i]))); });
}

// The same for a number of terms that is not known beforehand.
template <class T, class Start, class Act, std::size_t... count>
void each_sum(std::span<const Weighted<T>> terms,
              std::size_t lanes,
              const Start& start,
              const Act& act,
              std::index_sequence<count...> /*counts*/) noexcept {
  ((count == terms.size() ? each_sum(terms.data(), lanes, start, act, std::make_index_sequence<count>{}) : void()),
   ...);
}

// act(i, the sum of no more terms than one loop takes).
template <class T, class Act>
void each_sum_of_few(std::span<const Weighted<T>> terms, std::size_t lanes, const Act& act) noexcept {
  const auto nothing = [](std::size_t /*lane*/) {
    return T{};
  };
  each_sum(terms, lanes, nothing, act, std::make_index_sequence<terms_at_once + 1>{});
}

}  // namespace detail

/// out[i] = 0 + w_1 row_1[i] + w_2 row_2[i] + ..., added in the order of the terms. The sum stays in registers, where
/// one loop per term would write and read it each time. `out` may be the first of the rows.
/// @pre no row is shorter than `out`
template <class T>
void weighted_sum(std::span<const Weighted<T>> terms, std::span<T> out) noexcept {
  constexpr std::size_t at_once = detail::terms_at_once;
  const auto so_far = [out](std::size_t i) {
    return out[i];
  };
  const auto write = [out](std::size_t i, T sum) {
    out[i] = sum;
  };
  detail::each_sum_of_few(terms.first(std::min(at_once, terms.size())), out.size(), write);
  for (std::size_t done = at_once; done < terms.size(); done += at_once) {
    const auto some = terms.subspan(done, std::min(at_once, terms.size() - done));
    detail::each_sum(some, out.size(), so_far, write, std::make_index_sequence<at_once + 1>{});
  }
}

/// Gives the same sum to act(i, sum) instead of writing it.
/// @param room  as long as the rows, for sums of more terms than one loop takes
template <class T, class Act>
void each_weighted_sum(std::span<const Weighted<T>> terms, std::span<T> room, const Act& act) noexcept {
  if (terms.size() <= detail::terms_at_once) {
    detail::each_sum_of_few(terms, room.size(), act);
  } else {
    weighted_sum(terms, room);
    each_lane(room.size(), [&](std::size_t i) { act(i, room[i]); });
  }
}

}  // namespace shanhai
