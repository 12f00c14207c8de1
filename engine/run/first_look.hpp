#pragma once

#include <cstdint>
#include <vector>

#include "run/accounts.hpp"
#include "stats/histogram.hpp"
#include "stats/moments.hpp"

namespace shanhai::run {

/// Two schemes as one party compares them.
struct Pair {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t party = 0;
};

/// Every pair a < b and party.
[[nodiscard]] std::vector<Pair> pairs_of(std::size_t schemes, std::size_t parties);

/// All that one look at the kept paths can tell: moments, counts, and where the values of each series lie.
struct FirstLook {
  std::vector<stats::Moments> series;        ///< [series] of Accounts
  std::vector<stats::Moments> reservation;   ///< [party]
  std::vector<stats::Moments> difference;    ///< [pair] a - b
  std::vector<stats::Histogram> histograms;  ///< [series]

  // Paths.
  std::vector<std::uint64_t> negative;           ///< [scheme, party] worth less than nothing
  std::vector<std::uint64_t> below_reservation;  ///< [scheme, party]
  std::vector<std::uint64_t> accepted;           ///< [scheme] every party reaches its reservation
  std::vector<std::uint64_t> better;             ///< [pair] a > b, ties apart
  std::vector<std::uint64_t> ties;               ///< [pair]
};

/// @param pairs  that are compared
[[nodiscard]] FirstLook look_first(const Accounts& accounts,
                                   const std::vector<Reservation>& reservations,
                                   const std::vector<Pair>& pairs,
                                   unsigned threads);

}  // namespace shanhai::run
