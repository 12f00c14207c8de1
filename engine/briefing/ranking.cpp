#include "briefing/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "stats/interval.hpp"

namespace shanhai::briefing {
namespace {

using run::Estimate;
using run::SchemeOutcome;

Estimate worst_tail(const SchemeOutcome& scheme) {
  const auto worst =
      std::ranges::min_element(scheme.parties, {}, [](const run::PartyOutcome& party) { return party.cvar05.value; });
  return worst->cvar05;
}

std::optional<Estimate> value_of(const SchemeOutcome& scheme, Criterion criterion) {
  switch (criterion) {
    case Criterion::acceptance:
      return scheme.acceptance;
    case Criterion::shortfall:
      return worst_tail(scheme);
    case Criterion::fairness:
      return scheme.jain.value_or(Estimate{0, 0});
    case Criterion::gap:
      return scheme.ratio_change;
  }
  return std::nullopt;
}

/// The values of one criterion between the worst and the best scheme.
class Scale {
 public:
  Scale(const Ranking& ranking, std::size_t criterion) {
    bool known = true;
    double error = 0;
    for (const auto& values : ranking.values) {
      known = known && values[criterion].has_value();
      if (known) {
        low_ = std::min(low_, values[criterion]->value);
        high_ = std::max(high_, values[criterion]->value);
        error = std::max(error, values[criterion]->error);
      }
    }
    tells_apart_ = known && high_ - low_ > stats::z95 * std::sqrt(2.0) * error;
  }

  [[nodiscard]] bool tells_apart() const noexcept { return tells_apart_; }

  [[nodiscard]] double part(const Estimate& value) const noexcept { return (value.value - low_) / (high_ - low_); }

  [[nodiscard]] double error(const Estimate& value) const noexcept { return value.error / (high_ - low_); }

 private:
  double low_ = std::numeric_limits<double>::infinity();
  double high_ = -std::numeric_limits<double>::infinity();
  bool tells_apart_ = false;
};

/// [scheme][criterion] from 0 to 1; 0 where a criterion counts for nothing.
using Parts = std::vector<std::array<double, criteria.size()>>;

/// The nearest change of one weight, the others staying in proportion, that lets another scheme overtake the best.
std::optional<Flip> flip_of(const Ranking& ranking, const Parts& parts, std::size_t criterion) {
  const std::size_t best = ranking.order.front();
  const double weight = ranking.weights[criterion];
  std::optional<Flip> nearest;
  for (const std::size_t rival : ranking.order) {
    const double ahead = ranking.scores[best].value - ranking.scores[rival].value;
    const double of_criterion = parts[best][criterion] - parts[rival][criterion];
    const double by_others = ahead - weight * of_criterion;
    // With share x for the criterion and 1 - x for the others: x of_criterion + (1 - x) by_others / (1 - weight) = 0.
    const double others = weight < 1 ? by_others / (1 - weight) : 0;
    const double share = others / (others - of_criterion);
    if (rival == best || !(others * of_criterion < 0) || !(share > 0 && share < 1)) {
      continue;
    }
    if (!nearest || std::abs(share - weight) < std::abs(nearest->weight - weight)) {
      nearest = Flip{criteria[criterion], share, share > weight, rival};
    }
  }
  return nearest;
}

}  // namespace

Ranking rank(const std::vector<SchemeOutcome>& schemes, const Weights& weights) {
  Ranking ranking;
  for (const SchemeOutcome& scheme : schemes) {
    auto& values = ranking.values.emplace_back();
    std::ranges::transform(criteria, values.begin(), [&](Criterion one) { return value_of(scheme, one); });
  }
  std::vector<Scale> scales;
  double total = 0;
  for (std::size_t criterion = 0; criterion < criteria.size(); ++criterion) {
    scales.emplace_back(ranking, criterion);
    ranking.weights[criterion] = scales.back().tells_apart() ? weights[criterion] : 0;
    total += ranking.weights[criterion];
  }
  Parts parts(schemes.size());
  for (std::size_t scheme = 0; scheme < schemes.size(); ++scheme) {
    double score = 0;
    double variance = 0;
    for (std::size_t criterion = 0; criterion < criteria.size(); ++criterion) {
      if (ranking.weights[criterion] > 0) {
        const Estimate& value = *ranking.values[scheme][criterion];
        const double share = ranking.weights[criterion] / total;
        parts[scheme][criterion] = scales[criterion].part(value);
        score += share * parts[scheme][criterion];
        variance += std::pow(share * scales[criterion].error(value), 2);
      }
    }
    ranking.scores.push_back({score, std::sqrt(variance)});
  }
  for (double& weight : ranking.weights) {
    weight = total > 0 ? weight / total : 0;
  }
  ranking.order.resize(schemes.size());
  std::iota(ranking.order.begin(), ranking.order.end(), std::size_t{0});
  std::ranges::stable_sort(ranking.order, std::greater<>(), [&](std::size_t one) { return ranking.scores[one].value; });
  if (schemes.size() > 1) {
    const Estimate& first = ranking.scores[ranking.order[0]];
    const Estimate& second = ranking.scores[ranking.order[1]];
    ranking.is_clear = first.value - second.value > stats::z95 * std::hypot(first.error, second.error);
  }
  for (std::size_t criterion = 0; criterion < criteria.size(); ++criterion) {
    if (const std::optional<Flip> flip = total > 0 ? flip_of(ranking, parts, criterion) : std::nullopt) {
      ranking.flips.push_back(*flip);
    }
  }
  return ranking;
}

}  // namespace shanhai::briefing
