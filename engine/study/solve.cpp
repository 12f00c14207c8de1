#include "study/solve.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/tools/toms748_solve.hpp>

#include "study/at_points.hpp"

namespace shanhai::study {
namespace {

constexpr std::size_t scanned = 9;
constexpr double beside = 1.0 / 64;  // of the axis: how far from a solution its slope is taken
constexpr double finest = 1e-6;      // of the axis: between two places so near the figure is not told apart

/// Tries places one by one, or several at once; remembers what went wrong.
class Trials {
 public:
  Trials(Laboratory& laboratory,
         const sweep::Sweep& sweep,
         const document::Node& base,
         std::size_t scheme,
         const Want& want)
      : laboratory_(&laboratory), sweep_(&sweep), base_(&base), scheme_(scheme), want_(&want) {}

  /// What each place gives; shorter than the places where something went wrong.
  std::vector<run::SchemeOutcome> at(const std::vector<double>& places) {
    std::vector<run::SchemeOutcome> outcomes(places.size());
    const Tried<std::vector<sweep::Failure>> tried =
        at_points(*laboratory_,
                  *sweep_,
                  *base_,
                  sweep::Points(1, places),
                  scheme_,
                  [&](std::uint64_t point, const run::SchemeOutcome& outcome, Npv) { outcomes[point] = outcome; });
    if (std::holds_alternative<run::Cancelled>(tried)) {
      trouble_ = run::Cancelled{};
    } else if (const auto& failures = std::get<std::vector<sweep::Failure>>(tried); !failures.empty()) {
      trouble_ = Unusable{failures.front().reason};
    }
    return trouble_ ? std::vector<run::SchemeOutcome>() : outcomes;
  }

  /// How far the figure lies above the wish; a figure that does not exist ends the search.
  double off(const run::SchemeOutcome& outcome) {
    const std::optional<run::Estimate> figure = want_->figure.of(outcome);
    return figure ? figure->value - want_->value : std::numeric_limits<double>::quiet_NaN();
  }

  [[nodiscard]] const std::optional<std::variant<Unusable, run::Cancelled>>& trouble() const noexcept {
    return trouble_;
  }

 private:
  Laboratory* laboratory_;
  const sweep::Sweep* sweep_;
  const document::Node* base_;
  std::size_t scheme_;
  const Want* want_;
  std::optional<std::variant<Unusable, run::Cancelled>> trouble_;
};

/// The place between two on different sides of the wish; nothing where something went wrong.
std::optional<double> root(Trials& trials, double low, double high, double off_low, double off_high) {
  if (off_low == 0 || off_high == 0) {
    return off_low == 0 ? low : high;
  }
  const auto off = [&](double place) {
    const std::vector<run::SchemeOutcome> outcome = trials.at({place});
    return outcome.empty() ? 0.0 : trials.off(outcome.front());  // 0 ends the search
  };
  const auto near_enough = [](double a, double b) {
    return std::abs(a - b) < finest;
  };
  std::uintmax_t most = 60;
  const auto [a, b] = boost::math::tools::toms748_solve(off, low, high, off_low, off_high, near_enough, most);
  return trials.trouble() ? std::nullopt : std::optional((a + b) / 2);
}

/// What a place that was found comes to, with the slope of the figure about it; nothing where something went wrong.
std::optional<Solution> solution_at(Trials& trials, double place, const Want& want) {
  const double before = std::max(place - beside, 0.0);
  const double after = std::min(place + beside, 1.0);
  std::vector<run::SchemeOutcome> outcomes = trials.at({before, place, after});
  if (outcomes.empty()) {
    return std::nullopt;
  }
  const double slope = (trials.off(outcomes[2]) - trials.off(outcomes[0])) / (after - before);
  const run::Estimate figure = *want.figure.of(outcomes[1]);
  const bool beyond = (want.relation == Want::Relation::at_least) == (slope > 0);
  return Solution{place, figure.error / std::abs(slope), beyond, figure, std::move(outcomes[1])};
}

std::vector<double> even_places() {
  std::vector<double> places;
  for (std::size_t i = 0; i < scanned; ++i) {
    places.push_back(static_cast<double>(i) / (scanned - 1));
  }
  return places;
}

}  // namespace

Tried<Solved> solve(Laboratory& laboratory,
                    const sweep::Sweep& sweep,
                    const document::Node& base,
                    std::size_t scheme,
                    const Want& want) {
  const auto in_words = [](const std::variant<Unusable, run::Cancelled>& trouble) {
    return std::visit([](const auto& one) { return Tried<Solved>(one); }, trouble);
  };
  Trials trials(laboratory, sweep, base, scheme, want);
  const std::vector<double> places = even_places();
  const std::vector<run::SchemeOutcome> outcomes = trials.at(places);
  if (trials.trouble()) {
    return in_words(*trials.trouble());
  }
  Solved solved;
  for (std::size_t i = 0; i < scanned; ++i) {
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    solved.scan.push_back({places[i], want.figure.of(outcomes[i]).value_or(run::Estimate{nothing, nothing})});
  }
  for (std::size_t i = 0; i + 1 < scanned; ++i) {
    const double low = trials.off(outcomes[i]);
    const double high = trials.off(outcomes[i + 1]);
    const bool at_last = i + 2 == scanned && high == 0;
    if (!(low * high < 0 || low == 0 || at_last) || low == high) {
      continue;
    }
    const std::optional<double> place = root(trials, places[i], places[i + 1], low, high);
    std::optional<Solution> solution = place ? solution_at(trials, *place, want) : std::nullopt;
    if (trials.trouble()) {
      return in_words(*trials.trouble());
    }
    solved.solutions.push_back(*std::move(solution));
  }
  return solved;
}

}  // namespace shanhai::study
