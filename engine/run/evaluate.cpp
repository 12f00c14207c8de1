#include "run/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "run/accounts.hpp"
#include "run/by_year.hpp"
#include "run/estimates.hpp"
#include "run/first_look.hpp"
#include "run/in_parallel.hpp"
#include "run/second_look.hpp"
#include "stats/interval.hpp"

namespace shanhai::run {
namespace {

Accounts accounts_of(const Gathered& gathered) {
  Accounts result;
  result.parties = gathered.kept.parties;
  for (std::size_t place = 0; place < gathered.kept.npv.size(); ++place) {
    const std::size_t size =
        gathered.map.single(place / result.parties, place % result.parties, SeriesMap::Single::size);
    result.npv.emplace_back(gathered.kept.npv[place].first(gathered.paths));
    result.tolerance.push_back(scheme::money_tolerance * gathered.moments.merged(size).mean());
  }
  return result;
}

/// What follows from the net present values of all paths.
class Worth {
 public:
  /// All must outlive this.
  Worth(const Estimates& read, const Accounts& accounts, const FirstLook& first, const SecondLook& second)
      : read_(&read), accounts_(&accounts), first_(&first), second_(&second) {}

  void complete(PartyOutcome& result, std::size_t place) const {
    result.npv = spread(place);
    result.p_negative = read_->share(first_->negative[place]);
    result.p_below_reservation = read_->share(first_->below_reservation[place]);
    result.cvar05 = read_->estimate(second_->order[place].tail_mean);
  }

  void complete(SchemeOutcome& result, std::size_t scheme) const {
    const auto estimate = [&](const Estimate& one) {
      return read_->estimate(one);
    };
    result.total_npv = spread(accounts_->total(scheme));
    result.acceptance = read_->share(first_->accepted[scheme]);
    if (const auto& nash = second_->nash[scheme]) {
      result.nash = estimate(*nash);
    }
    if (const auto& jain = second_->jain[scheme]) {
      result.jain = estimate(*jain);
    }
  }

  [[nodiscard]] Comparison comparison(const Pair& pair, std::size_t place) const {
    const Estimate better = read_->share(first_->better[place]);
    const Estimate tie = read_->share(first_->ties[place]);
    return {pair.a, pair.b, pair.party, read_->estimate(first_->difference[place]), 0, 0, better, tie, {}};
  }

 private:
  [[nodiscard]] Spread spread(std::size_t series) const {
    const std::vector<Estimate>& q = second_->order[series].quantiles;
    const auto at = [&](std::size_t place) {
      return read_->estimate(q[place]);
    };
    return {read_->estimate(first_->series[series]), standard_deviation(series), at(0), at(1), at(2), at(3), at(4)};
  }

  // Error: sqrt((m4 - s^4) / n) / (2 s), m4 the fourth central moment.
  [[nodiscard]] Estimate standard_deviation(std::size_t series) const {
    const stats::Moments& moments = first_->series[series];
    const double variance = moments.variance();
    if (read_->of_twin() || variance == 0) {
      return {0, 0};
    }
    const double excess = std::max(second_->fourth[series] - variance * variance, 0.0);
    return {moments.sd(), std::sqrt(excess / static_cast<double>(moments.count())) / (2 * moments.sd())};
  }

  const Estimates* read_;
  const Accounts* accounts_;
  const FirstLook* first_;
  const SecondLook* second_;
};

// Puts the sharper means of a run to a precision in place of the plain ones.
void sharpen(Outcome& outcome, const Means& means) {
  for (std::size_t scheme = 0; scheme < outcome.schemes.size(); ++scheme) {
    outcome.schemes[scheme].total_npv.mean = means.total(scheme);
    for (std::size_t party = 0; party < outcome.schemes[scheme].parties.size(); ++party) {
      outcome.schemes[scheme].parties[party].npv.mean = means.npv(scheme, party);
    }
  }
  for (Comparison& pair : outcome.comparisons) {
    pair.mean_difference = means.difference(pair.a, pair.b, pair.party);
  }
}

// Schemes without what follows from net present values, and revenue.
void read_by_year(Outcome& result, const Estimates& read, const Gathered& twin, unsigned threads) {
  const Scenario& scenario = read.scenario();
  const std::size_t parties = scenario.parties.size();
  for (const scheme::Scheme& scheme : scenario.schemes) {
    SchemeOutcome& one = result.schemes.emplace_back();
    one.id = scheme.id;
    one.parties.resize(parties);
    const Gathered& gathered = read.gathered();
    const stats::Moments ratio = gathered.moments.merged(gathered.map.ratio(result.schemes.size() - 1));
    one.ratio_change = ratio.count() > 0 ? std::optional(read.estimate(ratio)) : std::nullopt;
  }
  const std::size_t groups = scenario.feedback ? scenario.schemes.size() : 1;
  result.revenue.resize(result.plan.in_full ? groups : 0);
  in_parallel(groups + scenario.schemes.size() * parties, threads, [&](std::size_t task) {
    if (task < groups) {
      if (result.plan.in_full) {
        result.revenue[task] = revenue_by_year(read, twin, task);
      }
    } else {
      const std::size_t place = task - groups;
      const std::size_t scheme = place / parties;
      result.schemes[scheme].parties[place % parties] = party_by_year(read, scheme, place % parties);
    }
  });
}

}  // namespace

Outcome evaluate(
    const Scenario& scenario, const Plan& plan, const Gathered& gathered, const Gathered& twin, const Means* means) {
  Outcome result;
  result.plan = plan;
  result.plan.paths = gathered.paths;
  result.plan.band_paths = result.plan.bands();
  const Estimates read(scenario, result.plan, gathered);
  read_by_year(result, read, twin, plan.threads);
  result.realised = realised_figures(read);

  const Accounts accounts = accounts_of(gathered);
  const std::vector<Reservation> alternatives = reservations(scenario, plan);
  const std::vector<Pair> pairs = plan.in_full ? pairs_of(accounts.schemes(), accounts.parties) : std::vector<Pair>{};
  const FirstLook first = look_first(accounts, alternatives, pairs, plan.threads);
  const SecondLook second = look_again(accounts, alternatives, first, plan.threads);
  const Worth worth(read, accounts, first, second);
  for (std::size_t scheme = 0; scheme < result.schemes.size(); ++scheme) {
    worth.complete(result.schemes[scheme], scheme);
    for (std::size_t party = 0; party < accounts.parties; ++party) {
      worth.complete(result.schemes[scheme].parties[party], accounts.place(scheme, party));
    }
  }
  for (const ConstLanes npv : plan.keep_npv ? accounts.npv : std::vector<ConstLanes>{}) {
    result.npv.emplace_back(npv.begin(), npv.end());
  }
  for (const Pair& pair : pairs) {
    result.comparisons.push_back(worth.comparison(pair, result.comparisons.size()));
  }
  if (means != nullptr) {
    sharpen(result, *means);
  }
  for (Comparison& pair : result.comparisons) {
    const Interval interval = stats::interval95(pair.mean_difference);
    pair.ci_low = interval.low;
    pair.ci_high = interval.high;
  }
  return result;
}

}  // namespace shanhai::run
