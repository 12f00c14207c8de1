#include "study/zone.hpp"

#include <algorithm>

#include "analysis/bargaining.hpp"
#include "analysis/batches.hpp"
#include "analysis/resample.hpp"
#include "stats/mean.hpp"
#include "study/at_points.hpp"

namespace shanhai::study {
namespace {

using analysis::Batches;
using analysis::Gains;

constexpr std::uint32_t resamples = 400;

/// The terms of the map, and the NPVs of their paths in batches, shape [terms][party].
struct Drawn {
  std::vector<Terms> terms;
  std::vector<std::vector<Batches>> npv;
  std::vector<sweep::Failure> failures;
};

Terms terms_of(const run::Scenario& scenario, const run::SchemeOutcome& outcome) {
  Terms terms;
  terms.acceptance = outcome.acceptance;
  for (std::size_t party = 0; party < scenario.parties.size(); ++party) {
    const run::PartyOutcome& of = outcome.parties[party];
    terms.gain.push_back({of.npv.mean.value - scenario.parties[party].reservation.value, of.npv.mean.error});
    terms.accepts.push_back({1 - of.p_below_reservation.value, of.p_below_reservation.error});
  }
  return terms;
}

std::vector<Batches> batches_of(Npv npv) {
  std::vector<Batches> batches;
  for (const std::vector<double>& of_party : npv) {
    batches.emplace_back(of_party);
  }
  return batches;
}

Gains gains_of(const std::vector<Terms>& terms) {
  Gains gains(terms.size());
  for (std::size_t at = 0; at < terms.size(); ++at) {
    std::ranges::transform(terms[at].gain, std::back_inserter(gains[at]), &run::Estimate::value);
  }
  return gains;
}

/// The gains as another draw of futures might have given them.
Gains resampled(const Drawn& drawn, const run::Scenario& scenario, std::uint32_t number) {
  const random::Stream stream(0, "analysis.resample");
  const std::vector<double> times = analysis::resample(stream, drawn.npv.front().front().means().size(), number);
  Gains gains(drawn.npv.size());
  for (std::size_t at = 0; at < gains.size(); ++at) {
    for (std::size_t party = 0; party < scenario.parties.size(); ++party) {
      gains[at].push_back(drawn.npv[at][party].mean(times) - scenario.parties[party].reservation.value);
    }
  }
  return gains;
}

/// What a theory chooses, and between which values of each axis it chooses in 95% of resamples.
class Choice {
 public:
  using Theory = std::optional<std::size_t> (*)(const Gains& gains);

  explicit Choice(Theory theory) : theory_(theory) {}

  void resample(const Gains& gains) {
    if (const std::optional<std::size_t> chosen = theory_(gains)) {
      chosen_.push_back(*chosen);
    }
  }

  [[nodiscard]] std::optional<Bargain> bargain(const std::vector<Terms>& terms) const {
    const std::optional<std::size_t> best = theory_(gains_of(terms));
    if (!best) {
      return std::nullopt;
    }
    Bargain bargain{*best, {}};
    for (std::size_t axis = 0; axis < terms[*best].levels.size(); ++axis) {
      std::vector<std::size_t> by_level = chosen_;
      by_level.push_back(*best);
      std::ranges::sort(by_level, {}, [&](std::size_t at) { return terms[at].levels[axis]; });
      const std::size_t tail = by_level.size() / 40;  // 2.5%
      bargain.interval.emplace_back(terms[by_level[tail]].values[axis],
                                    terms[by_level[by_level.size() - 1 - tail]].values[axis]);
    }
    return bargain;
  }

 private:
  Theory theory_;
  std::vector<std::size_t> chosen_;
};

Concession concession_of(
    const Drawn& drawn, const Terms& base, const std::vector<Batches>& base_npv, std::size_t party, double chance) {
  Concession concession{party, base.accepts[party].value < chance, {}, {}, {}};
  for (std::size_t at = 0; concession.needed && at < drawn.terms.size(); ++at) {
    if (drawn.terms[at].accepts[party].value < chance) {
      continue;
    }
    std::vector<double> lost(base_npv[party].means().size());
    for (std::size_t other = 0; other < base_npv.size(); ++other) {
      for (std::size_t batch = 0; other != party && batch < lost.size(); ++batch) {
        lost[batch] += base_npv[other].means()[batch] - drawn.npv[at][other].means()[batch];
      }
    }
    const run::Estimate cost = stats::mean_estimate(lost);
    if (!concession.terms || cost.value < concession.cost.value) {
      concession.terms = at;
      concession.cost = cost;
      concession.won = analysis::difference(drawn.npv[at][party], base_npv[party]);
    }
  }
  return concession;
}

void choose(Zone& zone, const Drawn& drawn, const run::Scenario& scenario) {
  Choice nash(analysis::nash_point);
  Choice kalai_smorodinsky(analysis::kalai_smorodinsky_point);
  for (std::uint32_t number = 0; number < resamples; ++number) {
    const Gains gains = resampled(drawn, scenario, number);
    nash.resample(gains);
    kalai_smorodinsky.resample(gains);
  }
  zone.nash = nash.bargain(drawn.terms);
  zone.kalai_smorodinsky = kalai_smorodinsky.bargain(drawn.terms);
}

/// Simulates all terms of the map; those that are no scenarios are the failures.
Tried<Drawn> draw(Laboratory& laboratory,
                  const sweep::Sweep& sweep,
                  const document::Node& base,
                  const run::Scenario& scenario,
                  const sweep::Points& points,
                  std::size_t scheme) {
  std::vector<std::optional<std::pair<Terms, std::vector<Batches>>>> found(points.size());
  const Visit visit = [&](std::uint64_t point, const run::SchemeOutcome& outcome, Npv npv) {
    Terms terms = terms_of(scenario, outcome);
    for (std::size_t axis = 0; axis < sweep.axes.size(); ++axis) {
      terms.levels.push_back(static_cast<std::size_t>(points.place(point, axis)));
      terms.values.push_back(sweep::text_at(sweep, axis, points.place(point, axis)));
    }
    found[point].emplace(std::move(terms), batches_of(npv));
  };
  Tried<std::vector<sweep::Failure>> tried = at_points(laboratory, sweep, base, points, scheme, visit);
  if (std::holds_alternative<run::Cancelled>(tried)) {
    return run::Cancelled{};
  }
  Drawn drawn;
  drawn.failures = std::get<std::vector<sweep::Failure>>(std::move(tried));
  for (auto& one : found) {
    if (one) {
      drawn.terms.push_back(std::move(one->first));
      drawn.npv.push_back(std::move(one->second));
    }
  }
  return drawn;
}

}  // namespace

Tried<Zone> zone_of(Laboratory& laboratory,
                    const sweep::Sweep& sweep,
                    const document::Node& base,
                    const run::Scenario& scenario,
                    const sweep::Points& points,
                    std::size_t scheme,
                    double chance) {
  run::Scenario alone = scenario;
  alone.schemes = {scenario.schemes[scheme]};
  Tried<run::Outcome> at_base = laboratory.run(alone, true);
  if (const auto* unusable = std::get_if<Unusable>(&at_base)) {
    return *unusable;
  }
  Tried<Drawn> tried = std::holds_alternative<run::Cancelled>(at_base)
                           ? Tried<Drawn>(run::Cancelled{})
                           : draw(laboratory, sweep, base, scenario, points, scheme);
  if (std::holds_alternative<run::Cancelled>(tried)) {
    return run::Cancelled{};
  }
  auto& drawn = std::get<Drawn>(tried);
  const auto& outcome = std::get<run::Outcome>(at_base);
  Zone zone;
  zone.scheme = scheme;
  zone.chance = chance;
  zone.base = terms_of(scenario, outcome.schemes.front());
  if (!drawn.terms.empty()) {
    choose(zone, drawn, scenario);
  }
  const std::vector<Batches> base_npv = batches_of(outcome.npv);
  for (std::size_t party = 0; party < scenario.parties.size(); ++party) {
    zone.concessions.push_back(concession_of(drawn, zone.base, base_npv, party, chance));
  }
  zone.terms = std::move(drawn.terms);
  zone.failures = std::move(drawn.failures);
  return zone;
}

}  // namespace shanhai::study
