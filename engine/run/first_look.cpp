#include "run/first_look.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "run/in_parts.hpp"
#include "stats/paired.hpp"

namespace shanhai::run {
namespace {

void add(std::vector<std::uint64_t>& to, const std::vector<std::uint64_t>& counts) {
  to.resize(counts.size());
  std::ranges::transform(to, counts, to.begin(), std::plus<>{});
}

void add_counts(FirstLook& to, const FirstLook& of) {
  for (std::size_t series = 0; series < to.histograms.size(); ++series) {
    to.histograms[series].merge(of.histograms[series]);
  }
  add(to.negative, of.negative);
  add(to.below_reservation, of.below_reservation);
  add(to.accepted, of.accepted);
  add(to.better, of.better);
  add(to.ties, of.ties);
}

/// The moments of several series.
struct MomentsOfPart {
  std::vector<stats::Moments> of;

  void merge(const MomentsOfPart& later) noexcept {
    for (std::size_t series = 0; series < of.size(); ++series) {
      of[series].merge(later.of[series]);
    }
  }
};

class Worker {
 public:
  Worker(const Accounts& accounts,
         const std::vector<Reservation>& reservations,
         const std::vector<Pair>& pairs,
         const std::vector<stats::Histogram>& empty)
      : accounts_(&accounts),
        unit_(accounts, reservations),
        pairs_(&pairs),
        sums_(accounts.series() + accounts.parties + pairs.size()),
        part_{std::vector<stats::Moments>(sums_.size())} {
    counted_.histograms = empty;
    counted_.negative.resize(accounts.npv.size());
    counted_.below_reservation.resize(accounts.npv.size());
    counted_.accepted.resize(accounts.schemes());
    counted_.better.resize(pairs.size());
    counted_.ties.resize(pairs.size());
  }

  void take(PathRange paths) {
    unit_.read(paths);
    for (std::size_t series = 0; series < accounts_->series(); ++series) {
      sum(series, unit_[series]);
      counted_.histograms[series].add(unit_[series]);
    }
    for (std::size_t party = 0; party < accounts_->parties; ++party) {
      sum(accounts_->series() + party, unit_.reservation(party));
    }
    for (std::size_t scheme = 0; scheme < accounts_->schemes(); ++scheme) {
      judge(scheme);
    }
    for (std::size_t pair = 0; pair < pairs_->size(); ++pair) {
      compare(pair);
    }
  }

  [[nodiscard]] MomentsOfPart end_part() { return std::exchange(part_, {std::vector<stats::Moments>(sums_.size())}); }

  /// Counts and histograms of all units taken.
  [[nodiscard]] const FirstLook& counted() const noexcept { return counted_; }

 private:
  void sum(std::size_t place, ConstLanes values) noexcept {
    sums_.add(place, unit_.unit(), values);
    part_.of[place].merge(sums_.finish(place));
  }

  // Who would have been better off without the deal.
  void judge(std::size_t scheme) noexcept {
    const std::size_t paths = unit_.unit().count;
    unacceptable_.fill(0);
    std::uint64_t* const unacceptable = unacceptable_.data();
    for (std::size_t party = 0; party < accounts_->parties; ++party) {
      const std::size_t place = accounts_->place(scheme, party);
      const ConstLanes npv = unit_[place];
      const ConstLanes alternative = unit_.reservation(party);
      const double bound = -accounts_->tolerance[place];
      std::uint64_t negative = 0;
      std::uint64_t below = 0;
      each_lane(paths, [&](std::size_t i) {
        const std::uint64_t is_below = npv[i] - alternative[i] < bound ? 1 : 0;
        negative += npv[i] < bound ? 1U : 0U;
        below += is_below;
        unacceptable[i] |= is_below;
      });
      counted_.negative[place] += negative;
      counted_.below_reservation[place] += below;
    }
    std::uint64_t refused = 0;
    each_lane(paths, [&](std::size_t i) { refused += unacceptable[i]; });
    counted_.accepted[scheme] += paths - refused;
  }

  void compare(std::size_t pair) noexcept {
    const auto [a, b, party] = (*pairs_)[pair];
    const std::size_t place_a = accounts_->place(a, party);
    const std::size_t place_b = accounts_->place(b, party);
    const double tie = std::max(accounts_->tolerance[place_a], accounts_->tolerance[place_b]);
    const Lanes difference = Lanes(difference_).first(unit_.unit().count);
    const stats::Compared found = stats::compare(unit_[place_a], unit_[place_b], tie, difference);
    counted_.better[pair] += found.better;
    counted_.ties[pair] += found.ties;
    sum(accounts_->series() + accounts_->parties + pair, difference);
  }

  const Accounts* accounts_;
  UnitOfAccounts unit_;
  const std::vector<Pair>* pairs_;
  stats::UnitSums sums_;  // [series, then party, then pair]
  MomentsOfPart part_;    // likewise
  FirstLook counted_;
  std::array<std::uint64_t, stats::unit_paths> unacceptable_{};
  std::array<double, stats::unit_paths> difference_{};
};

/// Histograms of nothing yet, with bins for every series.
std::vector<stats::Histogram> empty_histograms(const Accounts& accounts) {
  std::vector<std::vector<double>> samples;
  for (const ConstLanes npv : accounts.npv) {
    samples.push_back(stats::sample_of(npv));
  }
  for (std::size_t scheme = 0; scheme < accounts.schemes(); ++scheme) {
    std::vector<double> total(samples[0].size());
    for (std::size_t party = 0; party < accounts.parties; ++party) {
      std::ranges::transform(total, samples[accounts.place(scheme, party)], total.begin(), std::plus<>{});
    }
    samples.push_back(std::move(total));
  }
  std::vector<stats::Histogram> result;
  result.reserve(samples.size());
  for (const std::vector<double>& sample : samples) {
    result.emplace_back(stats::Bins(sample, accounts.paths()));
  }
  return result;
}

}  // namespace

std::vector<Pair> pairs_of(std::size_t schemes, std::size_t parties) {
  std::vector<Pair> result;
  for (std::size_t a = 0; a < schemes; ++a) {
    for (std::size_t b = a + 1; b < schemes; ++b) {
      for (std::size_t party = 0; party < parties; ++party) {
        result.push_back({a, b, party});
      }
    }
  }
  return result;
}

FirstLook look_first(const Accounts& accounts,
                     const std::vector<Reservation>& reservations,
                     const std::vector<Pair>& pairs,
                     unsigned threads) {
  FirstLook result;
  result.histograms = empty_histograms(accounts);
  const std::vector<stats::Histogram> empty = result.histograms;
  const MomentsOfPart all = in_parts(
      accounts.paths(),
      threads,
      [&] { return Worker(accounts, reservations, pairs, empty); },
      [&](const Worker& worker) { add_counts(result, worker.counted()); });
  const auto reservation = all.of.begin() + static_cast<std::ptrdiff_t>(accounts.series());
  const auto difference = reservation + static_cast<std::ptrdiff_t>(accounts.parties);
  result.series.assign(all.of.begin(), reservation);
  result.reservation.assign(reservation, difference);
  result.difference.assign(difference, all.of.end());
  return result;
}

}  // namespace shanhai::run
