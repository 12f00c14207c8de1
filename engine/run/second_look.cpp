#include "run/second_look.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "run/in_parts.hpp"
#include "run/joint.hpp"

namespace shanhai::run {
namespace {

using Found = stats::Quantiles::Found;
using Tail = stats::Quantiles::Tail;
using Functions = std::vector<std::optional<FunctionOfMeans>>;  // [scheme]

/// What is known from the first look.
struct Known {
  std::vector<double> mean;             // [series]
  std::vector<stats::Quantiles> order;  // [series]
  Functions nash;
  Functions jain;
};

/// Sums over consecutive paths.
struct SumsOfPart {
  SumsOfPart() = default;

  SumsOfPart(std::size_t series, std::size_t schemes) : fourth(series), tail(series), nash(schemes), jain(schemes) {}

  void merge(const SumsOfPart& later) noexcept {
    for (std::size_t series = 0; series < fourth.size(); ++series) {
      fourth[series] += later.fourth[series];
      tail[series] = {tail[series][0] + later.tail[series][0], tail[series][1] + later.tail[series][1]};
    }
    for (std::size_t scheme = 0; scheme < nash.size(); ++scheme) {
      nash[scheme].merge(later.nash[scheme]);
      jain[scheme].merge(later.jain[scheme]);
    }
  }

  std::vector<double> fourth;        // [series] powers of the distance from the mean
  std::vector<Tail> tail;            // [series]
  std::vector<stats::Moments> nash;  // [scheme] of the linear part of the function
  std::vector<stats::Moments> jain;  // [scheme]
};

class Worker {
 public:
  Worker(const Accounts& accounts, const std::vector<Reservation>& reservations, const Known& known)
      : accounts_(&accounts),
        known_(&known),
        unit_(accounts, reservations),
        part_(accounts.series(), accounts.schemes()),
        found_(accounts.series()) {}

  void take(PathRange paths) {
    unit_.read(paths);
    for (std::size_t series = 0; series < accounts_->series(); ++series) {
      const ConstLanes values = unit_[series];
      known_->order[series].gather(values, found_[series]);
      part_.fourth[series] += fourth_powers(values, known_->mean[series]);
      if (series < accounts_->npv.size()) {
        const Tail tail = known_->order[series].tail_of(values);
        part_.tail[series] = {part_.tail[series][0] + tail[0], part_.tail[series][1] + tail[1]};
      }
    }
    for (std::size_t scheme = 0; scheme < accounts_->schemes(); ++scheme) {
      if (const auto& nash = known_->nash[scheme]) {
        part_.nash[scheme].merge(linear(scheme, nash->gradient, true));
      }
      if (const auto& jain = known_->jain[scheme]) {
        part_.jain[scheme].merge(linear(scheme, jain->gradient, false));
      }
    }
  }

  [[nodiscard]] SumsOfPart end_part() {
    return std::exchange(part_, SumsOfPart(accounts_->series(), accounts_->schemes()));
  }

  /// [series] among the units taken
  [[nodiscard]] const std::vector<Found>& found() const noexcept { return found_; }

 private:
  static double fourth_powers(ConstLanes values, double mean) noexcept {
    return stats::sums_in_lanes<1>(values, [mean]<class V>(V x) {
      const V square = (x - all<V>(mean)) * (x - all<V>(mean));
      return std::array<V, 1>{square * square};
    })[0];
  }

  // What moves a function of the means of NPVs, or of gains over reservation.
  stats::Moments linear(std::size_t scheme, const std::vector<double>& gradient, bool of_gains) noexcept {
    const Lanes sum = Lanes(linear_).first(unit_.unit().count);
    std::ranges::fill(sum, 0);
    for (std::size_t party = 0; party < accounts_->parties; ++party) {
      const ConstLanes npv = unit_[accounts_->place(scheme, party)];
      const ConstLanes alternative = unit_.reservation(party);
      const double slope = gradient[party];
      if (of_gains) {
        each_lane(sum.size(), [&](std::size_t i) { sum[i] += slope * (npv[i] - alternative[i]); });
      } else {
        each_lane(sum.size(), [&](std::size_t i) { sum[i] += slope * npv[i]; });
      }
    }
    sums_.add(0, unit_.unit(), sum);
    return sums_.finish(0);
  }

  const Accounts* accounts_;
  const Known* known_;
  UnitOfAccounts unit_;
  SumsOfPart part_;
  std::vector<Found> found_;
  stats::UnitSums sums_{1};
  std::array<double, stats::unit_paths> linear_{};
};

Known known_of(const Accounts& accounts, const FirstLook& seen) {
  Known known;
  for (std::size_t series = 0; series < accounts.series(); ++series) {
    const double tail = series < accounts.npv.size() ? tail_share : 0.0;
    known.mean.push_back(seen.series[series].mean());
    known.order.emplace_back(seen.histograms[series],
                             stats::Asked{{spread_probabilities.begin(), spread_probabilities.end()}, tail});
  }
  for (std::size_t scheme = 0; scheme < accounts.schemes(); ++scheme) {
    known.nash.push_back(nash_product(accounts, seen, scheme));
    known.jain.push_back(jain_index(accounts, seen, scheme));
  }
  return known;
}

std::vector<std::optional<stats::Estimate>> estimates(const Functions& functions,
                                                      const std::vector<stats::Moments>& linear) {
  std::vector<std::optional<stats::Estimate>> result;
  for (std::size_t scheme = 0; scheme < functions.size(); ++scheme) {
    result.push_back(functions[scheme]
                         ? std::optional(stats::Estimate{functions[scheme]->value, linear[scheme].standard_error()})
                         : std::nullopt);
  }
  return result;
}

}  // namespace

SecondLook look_again(const Accounts& accounts,
                      const std::vector<Reservation>& reservations,
                      const FirstLook& seen,
                      unsigned threads) {
  const Known known = known_of(accounts, seen);
  std::vector<Found> found(accounts.series());
  const SumsOfPart all = in_parts(
      accounts.paths(),
      threads,
      [&] { return Worker(accounts, reservations, known); },
      [&](const Worker& worker) {
        for (std::size_t series = 0; series < found.size(); ++series) {
          found[series].insert(found[series].end(), worker.found()[series].begin(), worker.found()[series].end());
        }
      });
  SecondLook result;
  result.order.resize(accounts.series());
  in_parallel(accounts.series(), threads, [&](std::size_t series) {
    result.order[series] = known.order[series].answers(std::move(found[series]), all.tail[series]);
  });
  for (const double sum : all.fourth) {
    result.fourth.push_back(sum / static_cast<double>(accounts.paths()));
  }
  result.nash = estimates(known.nash, all.nash);
  result.jain = estimates(known.jain, all.jain);
  return result;
}

}  // namespace shanhai::run
