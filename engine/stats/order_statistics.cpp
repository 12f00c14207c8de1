#include "stats/order_statistics.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace shanhai::stats {

Selection::Selection(const Histogram& all, std::span<const std::size_t> ranks)
    : bins_(all.bins()), has_nan_(all.has_nan()), is_wanted_(bins_.count(), 0) {
  std::vector<std::size_t> ascending(ranks.begin(), ranks.end());
  std::ranges::sort(ascending);
  SHANHAI_EXPECT(!ascending.empty() && ascending.back() < all.size());
  Wanted now{0, 0, 0, all.counts()[0]};
  for (const std::size_t rank : ascending) {
    while (rank >= now.before + now.count) {
      now.before += now.count;
      now.count = all.counts()[++now.bin];
    }
    if (is_wanted_[now.bin] == 0) {
      now.start = wanted_.empty() ? 0 : wanted_.back().start + wanted_.back().count;
      wanted_.push_back(now);
      is_wanted_[now.bin] = 1;
    }
  }
}

const Selection::Wanted& Selection::with(std::size_t rank) const noexcept {
  const auto after = std::ranges::upper_bound(wanted_, rank, {}, &Wanted::before);
  SHANHAI_EXPECT(after != wanted_.begin() && rank < (after - 1)->before + (after - 1)->count);
  return *(after - 1);
}

void Selection::gather(ConstLanes values, std::vector<double>& found) const {
  std::array<double, bins_at_once + 1> some;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const std::uint8_t* const wanted = is_wanted_.data();
  for (std::size_t first = 0; first < values.size(); first += bins_at_once) {
    std::size_t count = 0;
    const ConstLanes part = values.subspan(first, std::min(bins_at_once, values.size() - first));
    for_each_bin(part, bins_, [&](std::size_t bin, double value) {
      some[count] = value;  // without a branch, which could not be foreseen
      count += wanted[bin];
    });
    found.insert(found.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count));
  }
}

void Selection::sort(std::vector<double>& found) const {
  SHANHAI_EXPECT(found.size() == wanted_.back().start + wanted_.back().count);
  if (has_nan_) {
    return;
  }
  // Bin by bin, since the values of one bin are often all the same.
  std::vector<double> by_bin(found.size());
  std::vector<std::size_t> next(wanted_.size());
  std::ranges::transform(wanted_, next.begin(), &Wanted::start);
  for_each_bin(found, bins_, [&](std::size_t bin, double value) {
    const auto place = std::ranges::lower_bound(wanted_, bin, {}, &Wanted::bin) - wanted_.begin();
    by_bin[next[static_cast<std::size_t>(place)]++] = value;
  });
  for (const Wanted& one : wanted_) {
    const auto of_bin = std::span(by_bin).subspan(one.start, one.count);
    if (!std::ranges::is_sorted(of_bin)) {
      std::ranges::sort(of_bin);
    }
  }
  found = std::move(by_bin);
}

double Selection::pick(const std::vector<double>& sorted, std::size_t rank) const noexcept {
  return has_nan_ ? std::numeric_limits<double>::quiet_NaN() : in_bin_up_to(sorted, rank).back();
}

ConstLanes Selection::in_bin_up_to(const std::vector<double>& sorted, std::size_t rank) const noexcept {
  const Wanted& one = with(rank);
  return ConstLanes(sorted).subspan(one.start, rank - one.before + 1);
}

std::vector<double> order_statistics(ConstLanes values, std::span<const std::size_t> ranks) {
  if (values.empty() || ranks.empty()) {
    return {};
  }
  const Selection selection(Histogram::of(values), ranks);
  std::vector<double> found;
  selection.gather(values, found);
  selection.sort(found);
  std::vector<double> result;
  for (const std::size_t rank : ranks) {
    result.push_back(selection.pick(found, rank));
  }
  return result;
}

}  // namespace shanhai::stats
