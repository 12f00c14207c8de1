#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "run/plan.hpp"
#include "stats/estimate.hpp"

namespace shanhai::run {

using Estimate = stats::Estimate;  ///< that of a twin has no error

/// The distribution of one quantity over paths. Quantiles are of type 7 (Hyndman and Fan 1996).
struct Spread {
  Estimate mean;
  Estimate sd;
  Estimate q05, q25, q50, q75, q95;
};

/// A quantity by year: means over all paths, quantiles over the plan's band paths.
struct Bands {
  std::vector<Estimate> mean;
  std::vector<Estimate> q05, q50, q95;
};

/// A year in which something happens, over all paths with "never" last: the first year by which that share of the paths
/// is there, nothing for never.
struct YearSpread {
  std::optional<int> q05, q25, q50, q75, q95;
  Estimate never;
};

/// Internal rate of return, over the band paths on which cash flow changes sign exactly once.
struct RateSpread {
  std::optional<Estimate> q05, q50, q95;
  Estimate none;  ///< share of paths on which it does not
};

struct PartyOutcome {
  Spread npv;
  Estimate p_negative;           ///< P(NPV < 0)
  Estimate p_below_reservation;  ///< P(NPV < reservation)
  Estimate cvar05;               ///< mean of the worst ceil(5% n) paths
  YearSpread payback;            ///< year from which cumulative cash flow stays >= 0
  RateSpread irr;
  Bands cash_flow;                                          ///< t = 0..T
  std::vector<Estimate> accrual;                            ///< t = 1..T
  std::vector<Estimate> p_leave;                            ///< t = 0..T-1: P(NPV at t of what remains < 0)
  Estimate floor_calls;                                     ///< years with a shortfall, mean per path
  Estimate broken_promises;                                 ///< mean per path
  std::optional<YearSpread> cap_year;                       ///< only for a party that is capped
  std::optional<std::vector<Estimate>> output_credit;       ///< t = 1..T
  std::optional<std::vector<Estimate>> value_added_credit;  ///< t = 1..T
};

/// Revenue of one stream, t = 1..T. Levels above the local one only with a park.
struct StreamOutcome {
  std::string id;
  Bands local;
  std::vector<Estimate> gross;
  std::vector<Estimate> central;
  std::vector<Estimate> province;
  std::vector<double> twin;  ///< local revenue of the deterministic twin
};

struct SchemeOutcome {
  std::string id;
  std::vector<PartyOutcome> parties;
  Spread total_npv;
  Estimate acceptance;  ///< P(every NPV >= reservation)
  std::optional<Estimate> nash;
  std::optional<Estimate> jain;
  std::optional<Estimate> ratio_change;  ///< of the poorest to the richest party's revenue per head [percentage points]
};

/// How two schemes stand for a party in a run to a precision.
enum class Verdict : std::uint8_t {
  a_better,
  b_better,
  too_close,  ///< they differ by less than the precision, as far as can be said
  open,       ///< the paths ran out before it could be said
};

constexpr std::array<std::string_view, 4> words_of(Verdict /*type*/) {
  return {"a_better", "b_better", "too_close", "open"};
}

/// Scheme a against scheme b for one party, on common random numbers; a, b and party count in the scenario's lists.
struct Comparison {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t party = 0;
  Estimate mean_difference;
  double ci_low = 0;  ///< 95% interval of the mean difference
  double ci_high = 0;
  Estimate p_a_better;
  Estimate p_tie;
  std::optional<Verdict> verdict;  ///< only in a run to a precision
};

/// What a run to a precision came to.
///
/// It looks at its means a few times, the last time when all paths of the plan are spent. So that 95% holds however it
/// ends, a look may err with no more than its part of 5%; and a party's ranking, which needs all its pairs of schemes
/// to be right at once, shares that among the pairs (Bonferroni's inequality).
struct Precision {
  static constexpr unsigned most_looks = 5;

  double asked = 0;      ///< largest half width of a mean NPV, as a part of the PV of the retained revenue
  bool reached = false;  ///< else the plan's paths ran out
  unsigned looks = 0;
  std::vector<double> tolerance;  ///< [scheme, party] the same in the scenario's unit
  double gain = 1;  ///< times as many paths it would have taken without control variates, for the least certain mean
};

/// Where a figure that came true falls among the band paths.
struct RealisedOutcome {
  Estimate mean;
  Estimate q05, q25, q50, q75, q95;
  Estimate below;  ///< share of paths that are lower
};

struct Outcome {
  Plan plan;                                        ///< with the numbers used
  std::vector<std::vector<StreamOutcome>> revenue;  ///< one list for all schemes, or with feedback one per scheme
  std::vector<SchemeOutcome> schemes;
  std::vector<Comparison> comparisons;    ///< every pair a < b and party
  std::vector<RealisedOutcome> realised;  ///< of each of the scenario's figures
  std::optional<Precision> precision;     ///< only in a run to a precision
  std::vector<std::vector<double>> npv;   ///< [scheme * parties + party][path] where the plan keeps them, else empty
};

}  // namespace shanhai::run
