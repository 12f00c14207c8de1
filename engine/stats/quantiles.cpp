#include "stats/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace shanhai::stats {
namespace {

/// Ranks from 0 of the four order statistics that one quantile and its error need.
struct Ranks {
  std::size_t low;
  std::size_t high;
  std::size_t error_low;
  std::size_t error_high;
  double between;  ///< place of the quantile from low (0) to high (1)
};

Ranks ranks_of(double probability, std::size_t count) noexcept {
  const auto n = static_cast<double>(count);
  const double position = (n - 1) * probability;
  const double floor = std::floor(position);
  const auto low = static_cast<std::size_t>(floor);
  const double centre = n * probability;
  const double spread = std::sqrt(centre * (1 - probability));
  const auto rank = [n](double from_1) {
    return static_cast<std::size_t>(std::clamp(from_1, 1.0, n) - 1);
  };
  return {low,
          std::min(low + 1, count - 1),
          rank(std::floor(centre - spread)),
          rank(std::ceil(centre + spread)),
          position - floor};
}

/// From 0, of the largest value of the tail.
std::size_t last_in_tail(double share, std::size_t count) noexcept {
  const auto n = static_cast<double>(count);
  const double m = std::ceil(share * n);
  const bool too_many = m > 1 && (m - 1) / n >= share;  // 0.07 * 100 is a little over 7
  return static_cast<std::size_t>(std::max(too_many ? m - 1 : m, 1.0)) - 1;
}

std::vector<std::size_t> all_ranks(const Asked& asked, std::size_t count) {
  SHANHAI_EXPECT(count > 0 && asked.tail >= 0 && asked.tail <= 1);
  std::vector<std::size_t> wanted;
  for (const double probability : asked.probabilities) {
    SHANHAI_EXPECT(probability >= 0 && probability <= 1);
    const Ranks r = ranks_of(probability, count);
    wanted.insert(wanted.end(), {r.low, r.high, r.error_low, r.error_high});
  }
  if (asked.tail > 0) {
    wanted.push_back(last_in_tail(asked.tail, count));
  }
  return wanted;
}

/// From a to b, and exactly a where both are equal, infinite ones too.
double between(double a, double b, double place) noexcept {
  return a == b || place == 0 ? a : a + (b - a) * place;
}

double error_or_unknown(std::size_t count, double error) noexcept {
  return count > 1 ? error : std::numeric_limits<double>::quiet_NaN();
}

Quantiles::Answers answer(ConstLanes values, const Asked& asked) {
  const Quantiles series(Histogram::of(values), asked);
  Quantiles::Found found;
  series.gather(values, found);
  Quantiles::Tail tail{};
  for (std::size_t first = 0; first < values.size() && asked.tail > 0; first += unit_paths) {
    const auto of_unit = series.tail_of(values.subspan(first, std::min(unit_paths, values.size() - first)));
    tail = {tail[0] + of_unit[0], tail[1] + of_unit[1]};
  }
  return series.answers(std::move(found), tail);
}

}  // namespace

Quantiles::Quantiles(const Histogram& all, const Asked& asked)
    : asked_(asked),
      count_(all.size()),
      last_in_tail_(last_in_tail(asked.tail, count_)),
      selection_(all, all_ranks(asked, count_)),
      tail_bin_(asked.tail > 0 ? selection_.bin_of(last_in_tail_) : 0),
      tail_edge_(selection_.bins().start(tail_bin_)) {}

Quantiles::Tail Quantiles::tail_of(ConstLanes unit) const noexcept {
  const Bins bins = selection_.bins();  // copies, which stay in registers
  const auto bin = static_cast<double>(tail_bin_);
  const double edge = tail_edge_;
  return sums_in_lanes<2>(unit, [=]<class V>(V x) {
    const V distance = select(bins.place(x) < all<V>(bin), x - all<V>(edge), all<V>(0));
    return std::array<V, 2>{distance, distance * distance};
  });
}

Quantiles::Answers Quantiles::answers(Found found, const Tail& tail) const {
  selection_.sort(found);
  const auto x = [&](std::size_t rank) {
    return selection_.pick(found, rank);
  };
  Answers result;
  for (const double probability : asked_.probabilities) {
    const Ranks r = ranks_of(probability, count_);
    const double error = between(0, x(r.error_high) - x(r.error_low), 0.5);
    result.quantiles.push_back({between(x(r.low), x(r.high), r.between), error_or_unknown(count_, error)});
  }
  if (asked_.tail > 0) {
    result.tail_mean = tail_mean(found, tail);
  }
  return result;
}

Estimate Quantiles::tail_mean(const Found& sorted, const Tail& tail) const {
  const double q = selection_.pick(sorted, last_in_tail_);
  if (std::isnan(q)) {
    return {q, q};
  }
  const auto n = static_cast<double>(count_);
  const auto m = static_cast<double>(last_in_tail_ + 1);
  double sum = 0;  // of x - q over the tail
  double sum_of_squares = 0;
  for (const double x : selection_.in_bin_up_to(sorted, last_in_tail_)) {
    sum += x < q ? x - q : 0.0;
    sum_of_squares += x < q ? (x - q) * (x - q) : 0.0;
  }
  if (const auto before = static_cast<double>(selection_.before_bin_of(last_in_tail_)); before > 0) {
    const double shift = tail_edge_ - q;  // less than the width of a bin
    sum += tail[0] + before * shift;
    sum_of_squares += tail[1] + 2 * shift * tail[0] + before * shift * shift;
  }
  const double variance = (sum_of_squares - sum * (sum / n)) / (n - 1);
  return {q + sum / m, error_or_unknown(count_, std::sqrt(variance / n) / asked_.tail)};
}

std::vector<Estimate> quantiles(ConstLanes values, std::span<const double> probabilities) {
  return answer(values, {{probabilities.begin(), probabilities.end()}, 0}).quantiles;
}

Estimate tail_mean(ConstLanes values, double share) {
  SHANHAI_EXPECT(share > 0);
  return answer(values, {{}, share}).tail_mean;
}

}  // namespace shanhai::stats
