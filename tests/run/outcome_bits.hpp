#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "run/outcome.hpp"

namespace shanhai::run {

/// The bits of every number of an outcome, one after the other; the plan is left out.
class OutcomeBits {
 public:
  explicit OutcomeBits(const Outcome& outcome) {
    put(outcome.revenue);
    put(outcome.schemes);
    put(outcome.comparisons);
    put(outcome.realised);
  }

  std::vector<std::uint64_t> bits;

 private:
  void put(double value) { bits.push_back(std::bit_cast<std::uint64_t>(value)); }

  void put(int value) { bits.push_back(static_cast<std::uint64_t>(value)); }

  void put(const Estimate& one) { put_all(one.value, one.error); }

  void put(const Spread& one) { put_all(one.mean, one.sd, one.q05, one.q25, one.q50, one.q75, one.q95); }

  void put(const Bands& one) { put_all(one.mean, one.q05, one.q50, one.q95); }

  void put(const YearSpread& one) { put_all(one.q05, one.q25, one.q50, one.q75, one.q95, one.never); }

  void put(const RateSpread& one) { put_all(one.q05, one.q50, one.q95, one.none); }

  void put(const StreamOutcome& one) { put_all(one.local, one.gross, one.central, one.province, one.twin); }

  void put(const PartyOutcome& one) {
    put_all(one.npv,
            one.p_negative,
            one.p_below_reservation,
            one.cvar05,
            one.payback,
            one.irr,
            one.cash_flow,
            one.accrual,
            one.p_leave,
            one.floor_calls,
            one.broken_promises,
            one.cap_year,
            one.output_credit,
            one.value_added_credit);
  }

  void put(const SchemeOutcome& one) {
    put_all(one.parties, one.total_npv, one.acceptance, one.nash, one.jain, one.ratio_change);
  }

  void put(const RealisedOutcome& one) { put_all(one.mean, one.q05, one.q25, one.q50, one.q75, one.q95, one.below); }

  void put(const Comparison& one) { put_all(one.mean_difference, one.ci_low, one.ci_high, one.p_a_better, one.p_tie); }

  template <class T>
  void put(const std::optional<T>& one) {
    bits.push_back(one ? 1 : 0);
    if (one) {
      put(*one);
    }
  }

  template <class T>
  void put(const std::vector<T>& many) {
    bits.push_back(many.size());
    for (const T& one : many) {
      put(one);
    }
  }

  template <class... Parts>
  void put_all(const Parts&... parts) {
    (put(parts), ...);
  }
};

inline std::vector<std::uint64_t> bits_of(const Outcome& outcome) {
  return OutcomeBits(outcome).bits;
}

}  // namespace shanhai::run
