#pragma once

#include <cstdint>
#include <optional>
#include <string>
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
};

struct Outcome {
  Plan plan;                                        ///< with the numbers used
  std::vector<std::vector<StreamOutcome>> revenue;  ///< one list for all schemes, or with feedback one per scheme
  std::vector<SchemeOutcome> schemes;
  std::vector<Comparison> comparisons;  ///< every pair a < b and party
};

}  // namespace shanhai::run
