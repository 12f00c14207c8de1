#include "run/evaluate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "random/sample.hpp"
#include "run/in_parallel.hpp"
#include "run/joint.hpp"
#include "stats/interval.hpp"
#include "stats/paired.hpp"
#include "stats/quantiles.hpp"
#include "stats/year_counts.hpp"

namespace shanhai::run {
namespace {

using Level = SeriesMap::Level;
using Yearly = SeriesMap::Yearly;
using Single = SeriesMap::Single;

/// Reads the estimates of one run out of what was gathered.
class Evaluation {
 public:
  Evaluation(const Scenario& scenario, const Plan& plan, Gathered& gathered, Gathered& twin, const Means* means)
      : scenario_(&scenario), plan_(&plan), gathered_(&gathered), twin_(&twin), means_(means) {}

  [[nodiscard]] Outcome outcome() {
    Outcome result;
    result.plan = *plan_;
    result.plan.paths = gathered_->paths;
    result.plan.band_paths = std::min(plan_->band_paths, gathered_->paths);
    const std::size_t groups = scenario_->feedback ? scenario_->schemes.size() : 1;
    for (std::size_t group = 0; group < groups; ++group) {
      result.revenue.push_back(revenue(group));
    }
    const std::size_t schemes = scenario_->schemes.size();
    result.schemes.resize(schemes);
    in_parallel(schemes, plan_->threads, [&](std::size_t scheme) { result.schemes[scheme] = scheme_outcome(scheme); });
    for (std::size_t a = 0; a < schemes; ++a) {
      for (std::size_t b = a + 1; b < schemes; ++b) {
        for (std::size_t party = 0; party < scenario_->parties.size(); ++party) {
          result.comparisons.push_back({a, b, party, {}, 0, 0, {}, {}, {}});
        }
      }
    }
    in_parallel(result.comparisons.size(), plan_->threads, [&](std::size_t place) {
      Comparison& pair = result.comparisons[place];
      pair = comparison(pair.a, pair.b, pair.party);
    });
    return result;
  }

 private:
  // All paths of a twin are one and the same future, so nothing in it is estimated.
  [[nodiscard]] Estimate exact_if_twin(double value, double error) const { return {value, plan_->twin ? 0.0 : error}; }

  [[nodiscard]] Estimate estimate(const stats::Moments& moments) const {
    return exact_if_twin(moments.mean(), moments.standard_error());
  }

  [[nodiscard]] Estimate estimate(const Estimate& of) const { return exact_if_twin(of.value, of.error); }

  [[nodiscard]] Estimate share(std::uint64_t hits, std::uint64_t paths) const {
    return estimate(stats::proportion(hits, paths));
  }

  [[nodiscard]] Estimate mean(std::size_t series) const { return estimate(gathered_->moments.merged(series)); }

  template <class SeriesOfYear>
  [[nodiscard]] std::vector<Estimate> means(int first, int last, const SeriesOfYear& series) const {
    std::vector<Estimate> result;
    for (int year = first; year <= last; ++year) {
      result.push_back(mean(series(year)));
    }
    return result;
  }

  [[nodiscard]] int years() const { return scenario_->horizon.years; }

  template <std::size_t n>
  [[nodiscard]] std::array<Estimate, n> quantiles(const std::vector<double>& values,
                                                  const std::array<double, n>& at) const {
    std::array<Estimate, n> result;
    const std::vector<Estimate> found = stats::quantiles(values, at);
    std::ranges::transform(found, result.begin(), [&](const Estimate& one) { return estimate(one); });
    return result;
  }

  void add_bands(Bands& bands, const std::vector<double>& values) const {
    const auto [q05, q50, q95] = quantiles(values, std::array{0.05, 0.5, 0.95});
    bands.q05.push_back(q05);
    bands.q50.push_back(q50);
    bands.q95.push_back(q95);
  }

  [[nodiscard]] Spread spread(const std::vector<double>& values) const {
    const stats::Moments moments = stats::moments(values);
    const auto [q05, q25, q50, q75, q95] = quantiles(values, std::array{0.05, 0.25, 0.5, 0.75, 0.95});
    return {estimate(moments), standard_deviation(values, moments), q05, q25, q50, q75, q95};
  }

  // Error of the standard deviation: sqrt((m4 - s^4) / n) / (2 s), m4 the fourth central moment.
  [[nodiscard]] Estimate standard_deviation(const std::vector<double>& values, const stats::Moments& moments) const {
    if (plan_->twin || moments.variance() == 0) {
      return {0, 0};
    }
    std::vector<double> fourth(values.size());
    std::ranges::transform(values, fourth.begin(), [&](double x) { return std::pow(x - moments.mean(), 2); });
    std::ranges::transform(fourth, fourth.begin(), [](double square) { return square * square; });
    const double variance = moments.variance();
    const double excess = std::max(stats::moments(fourth).mean() - variance * variance, 0.0);
    return {moments.sd(), std::sqrt(excess / static_cast<double>(values.size())) / (2 * moments.sd())};
  }

  [[nodiscard]] std::vector<StreamOutcome> revenue(std::size_t group) const {
    std::vector<StreamOutcome> result;
    const auto streams = scenario_->streams();
    for (std::size_t stream = 0; stream < streams.size(); ++stream) {
      const auto at = [&](Level level) {
        std::vector<Estimate> by_year;
        for (int year = 1; year <= years(); ++year) {
          by_year.push_back(estimate(mean_revenue(*scenario_, *gathered_, group, level, stream, year)));
        }
        return by_year;
      };
      StreamOutcome one;
      one.id = streams[stream].first;
      one.local.mean = at(Level::local);
      for (int year = 1; year <= years(); ++year) {
        add_bands(one.local, gathered_->kept.revenue(group, stream, year));
        one.twin.push_back(twin_->kept.revenue(group, stream, year)[0]);
      }
      if (scenario_->has_park()) {
        one.gross = at(Level::gross);
        one.central = at(Level::central);
        one.province = at(Level::province);
      }
      result.push_back(std::move(one));
    }
    return result;
  }

  [[nodiscard]] SchemeOutcome scheme_outcome(std::size_t scheme) const {
    SchemeOutcome result;
    result.id = scenario_->schemes[scheme].id;
    for (std::size_t party = 0; party < scenario_->parties.size(); ++party) {
      result.parties.push_back(party_outcome(scheme, party));
    }
    const Joint joint = judge_jointly(*scenario_, *plan_, npvs(scheme), tolerances(scheme));
    result.total_npv = spread(joint.total);
    result.total_npv.mean = means_ != nullptr ? means_->total(scheme) : result.total_npv.mean;
    result.acceptance = share(joint.accepted, gathered_->paths);
    for (std::size_t party = 0; party < scenario_->parties.size(); ++party) {
      result.parties[party].p_below_reservation = share(joint.below_reservation[party], gathered_->paths);
    }
    result.nash = joint.nash ? std::optional(estimate(*joint.nash)) : std::nullopt;
    result.jain = joint.jain ? std::optional(estimate(*joint.jain)) : std::nullopt;
    const stats::Moments ratio = gathered_->moments.merged(gathered_->map.ratio(scheme));
    result.ratio_change = ratio.count() > 0 ? std::optional(estimate(ratio)) : std::nullopt;
    return result;
  }

  [[nodiscard]] PartyOutcome party_outcome(std::size_t scheme, std::size_t party) const {
    const SeriesMap& map = gathered_->map;
    const std::size_t place = gathered_->kept.place(scheme, party);
    const std::vector<double>& npv = gathered_->kept.npv[place];
    const auto yearly = [&](Yearly what) {
      return [&, what](int year) {
        return map.yearly(scheme, party, what, year);
      };
    };
    PartyOutcome result;
    result.npv = spread(npv);
    result.npv.mean = means_ != nullptr ? means_->npv(scheme, party) : result.npv.mean;
    result.p_negative = share(count_below(npv, -tolerance(scheme, party)), gathered_->paths);
    result.cvar05 = estimate(stats::tail_mean(npv, 0.05));
    result.payback = year_spread(gathered_->paybacks.of[place]);
    result.irr = rate_spread(gathered_->kept.irr[place]);
    result.cash_flow.mean = means(0, years(), yearly(Yearly::cash_flow));
    for (std::size_t year = 0; year < gathered_->kept.years; ++year) {
      add_bands(result.cash_flow, gathered_->kept.cash_flow(scheme, party, year));
    }
    result.accrual = means(1, years(), yearly(Yearly::accrual));
    for (int year = 0; year < years(); ++year) {
      result.p_leave.push_back(share(gathered_->leaves.of[place][static_cast<std::size_t>(year)], gathered_->paths));
    }
    result.floor_calls = mean(map.single(scheme, party, Single::floor_calls));
    result.broken_promises = mean(map.single(scheme, party, Single::broken));
    add_clause_outcomes(result, scheme, party);
    return result;
  }

  // What exists only where the contract has the clause.
  void add_clause_outcomes(PartyOutcome& result, std::size_t scheme, std::size_t party) const {
    const auto credit = [&](Yearly what) {
      return means(1, years(), [&, what](int year) { return gathered_->map.yearly(scheme, party, what, year); });
    };
    for (const scheme::Clause& clause : scenario_->schemes[scheme].clauses) {
      if (const auto* cap = std::get_if<scheme::Cap>(&clause); cap != nullptr && cap->party.index == party) {
        result.cap_year = year_spread(gathered_->cap_years.of[gathered_->kept.place(scheme, party)]);
      }
      if (const auto* statistics = std::get_if<scheme::Statistics>(&clause)) {
        result.output_credit = statistics->output ? std::optional(credit(Yearly::output_credit)) : result.output_credit;
        result.value_added_credit =
            statistics->value_added ? std::optional(credit(Yearly::value_added_credit)) : result.value_added_credit;
      }
    }
  }

  [[nodiscard]] static std::uint64_t count_below(const std::vector<double>& values, double bound) {
    return static_cast<std::uint64_t>(std::ranges::count_if(values, [&](double value) { return value < bound; }));
  }

  /// Differences of an NPV that count as none.
  [[nodiscard]] double tolerance(std::size_t scheme, std::size_t party) const {
    return scheme::money_tolerance *
           gathered_->moments.merged(gathered_->map.single(scheme, party, Single::size)).mean();
  }

  [[nodiscard]] std::vector<double> tolerances(std::size_t scheme) const {
    std::vector<double> result;
    for (std::size_t party = 0; party < scenario_->parties.size(); ++party) {
      result.push_back(tolerance(scheme, party));
    }
    return result;
  }

  [[nodiscard]] std::vector<ConstLanes> npvs(std::size_t scheme) const {
    std::vector<ConstLanes> result;
    for (std::size_t party = 0; party < scenario_->parties.size(); ++party) {
      result.emplace_back(gathered_->kept.npv[gathered_->kept.place(scheme, party)]);
    }
    return result;
  }

  [[nodiscard]] YearSpread year_spread(const std::vector<std::uint64_t>& counts) const {
    const std::span<const std::uint64_t> years(counts.data(), counts.size() - 1);
    const auto at = [&](double probability) -> std::optional<int> {
      const auto year = stats::quantile_of_counts(years, counts.back(), probability);
      return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
    };
    return {at(0.05), at(0.25), at(0.5), at(0.75), at(0.95), share(counts.back(), gathered_->paths)};
  }

  [[nodiscard]] RateSpread rate_spread(const std::vector<double>& rates) const {
    std::vector<double> found;
    std::ranges::copy_if(rates, std::back_inserter(found), [](double rate) { return !std::isnan(rate); });
    RateSpread result;
    result.none = share(rates.size() - found.size(), rates.size());
    if (!found.empty()) {
      const auto [q05, q50, q95] = quantiles(found, std::array{0.05, 0.5, 0.95});
      result.q05 = q05;
      result.q50 = q50;
      result.q95 = q95;
    }
    return result;
  }

  [[nodiscard]] Comparison comparison(std::size_t a, std::size_t b, std::size_t party) const {
    const auto npv = [&](std::size_t scheme) -> const std::vector<double>& {
      return gathered_->kept.npv[gathered_->kept.place(scheme, party)];
    };
    const double tie = std::max(tolerance(a, party), tolerance(b, party));
    const stats::Paired paired = stats::compare(npv(a), npv(b), tie);
    const Estimate difference = means_ != nullptr ? means_->difference(a, b, party) : estimate(paired.difference);
    const Interval interval = stats::interval95(difference);
    return {a, b, party, difference, interval.low, interval.high, estimate(paired.better), estimate(paired.tie), {}};
  }

  const Scenario* scenario_;
  const Plan* plan_;
  Gathered* gathered_;
  Gathered* twin_;
  const Means* means_;
};

}  // namespace

Outcome evaluate(const Scenario& scenario, const Plan& plan, Gathered& gathered, Gathered& twin, const Means* means) {
  return Evaluation(scenario, plan, gathered, twin, means).outcome();
}

}  // namespace shanhai::run
