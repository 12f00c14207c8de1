#include "run/precision.hpp"

#include <algorithm>
#include <cmath>

#include "random/normal.hpp"

namespace shanhai::run {
namespace {

constexpr double error_of_a_look = 0.05 / Precision::most_looks;

// The present value of the local revenue that a scheme shares out, by the mean discount rate of a party.
double retained(const Scenario& scenario, const Gathered& gathered, std::size_t scheme, std::size_t party) {
  const std::size_t group = scenario.feedback ? scheme : 0;
  const double discount = 1 / (1 + scenario.parties[party].discount_rate.value);
  double worth = 0;
  for (int year = scenario.horizon.years; year >= 1; --year) {
    for (std::size_t stream = 0; stream < gathered.kept.streams; ++stream) {
      worth += mean_revenue(scenario, gathered, group, SeriesMap::Level::local, stream, year).value;
    }
    worth *= discount;
  }
  return std::abs(worth);
}

// Paths for a half width, by the square root law, from one that `paths` gave.
double paths_needed(std::uint64_t paths, double half_width, double allowed) noexcept {
  return half_width > allowed ? static_cast<double>(paths) * std::pow(half_width / allowed, 2) : 0.0;
}

std::uint64_t next_look(const Plan& plan, std::uint64_t paths, unsigned look, double needed) noexcept {
  constexpr double margin = 1.1;  // errors are estimates themselves
  constexpr double least_growth = 1.25;
  constexpr double almost_all = 0.8;
  const double ahead = std::max(margin * needed, least_growth * static_cast<double>(paths));
  if (look + 1 >= Precision::most_looks || !(ahead < almost_all * static_cast<double>(plan.paths))) {
    return plan.paths;
  }
  return (static_cast<std::uint64_t>(ahead) / stats::unit_paths + 1) * stats::unit_paths;
}

double tolerance_of_pair(const Precision& found, std::size_t a, std::size_t b, std::size_t party, std::size_t parties) {
  return std::min(found.tolerance[a * parties + party], found.tolerance[b * parties + party]);
}

// A pair is settled where its difference is clear, or known to be within the tolerance.
double paths_for_ranking(const Scenario& scenario, const Precision& found, std::uint64_t paths, const Means& means) {
  const std::size_t schemes = scenario.schemes.size();
  const std::size_t parties = scenario.parties.size();
  double needed = 0;
  for (std::size_t a = 0; a < schemes; ++a) {
    for (std::size_t b = a + 1; b < schemes; ++b) {
      for (std::size_t party = 0; party < parties; ++party) {
        const Estimate difference = means.difference(a, b, party);
        const double allowed = std::max(std::abs(difference.value), tolerance_of_pair(found, a, b, party, parties));
        needed = std::max(needed, paths_needed(paths, half_width_of_difference(schemes) * difference.error, allowed));
      }
    }
  }
  return needed;
}

}  // namespace

double half_width_of_mean() noexcept {
  return random::inverse_normal(1 - error_of_a_look / 2);
}

double half_width_of_difference(std::size_t schemes) noexcept {
  const auto pairs = static_cast<double>(std::max<std::size_t>(schemes * (schemes - 1) / 2, 1));
  return random::inverse_normal(1 - error_of_a_look / 2 / pairs);
}

Verdict verdict(const Estimate& difference, double tolerance, double half_width) noexcept {
  const double half = half_width * difference.error;
  if (std::abs(difference.value) > half) {
    return difference.value > 0 ? Verdict::a_better : Verdict::b_better;
  }
  return half <= tolerance ? Verdict::too_close : Verdict::open;
}

Look look_at(const Scenario& scenario, const Plan& plan, const Gathered& gathered, const Means& means, unsigned look) {
  Precision found{*plan.precision, true, look, {}, 1};
  double needed = 0;
  double worst = 0;
  for (std::size_t scheme = 0; scheme < scenario.schemes.size(); ++scheme) {
    for (std::size_t party = 0; party < scenario.parties.size(); ++party) {
      const double tolerance = *plan.precision * retained(scenario, gathered, scheme, party);
      const double half = half_width_of_mean() * means.npv(scheme, party).error;
      found.tolerance.push_back(tolerance);
      needed = std::max(needed, paths_needed(gathered.paths, half, tolerance));
      if (half > worst * tolerance) {
        worst = half / tolerance;
        found.gain = means.gain(scheme, party);
      }
    }
  }
  needed = std::max(needed, paths_for_ranking(scenario, found, gathered.paths, means));
  found.reached = needed == 0;
  return {found, found.reached ? gathered.paths : next_look(plan, gathered.paths, look, needed)};
}

void judge(Outcome& outcome, const Precision& found) {
  const double half_width = half_width_of_difference(outcome.schemes.size());
  const std::size_t parties = outcome.schemes[0].parties.size();
  for (Comparison& pair : outcome.comparisons) {
    const double tolerance = tolerance_of_pair(found, pair.a, pair.b, pair.party, parties);
    const double half = half_width * pair.mean_difference.error;
    pair.ci_low = pair.mean_difference.value - half;
    pair.ci_high = pair.mean_difference.value + half;
    pair.verdict = verdict(pair.mean_difference, tolerance, half_width);
  }
  outcome.precision = found;
}

}  // namespace shanhai::run
