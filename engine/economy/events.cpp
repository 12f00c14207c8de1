#include "economy/events.hpp"

#include <algorithm>
#include <utility>

namespace shanhai::economy {
namespace {

bool alike(const Park& park, std::size_t a, std::size_t b) {
  return std::ranges::all_of(park.events, [&](const Event& event) { return event.touches(a) == event.touches(b); });
}

}  // namespace

Events::Events(const Park& park, int start, std::uint64_t seed, std::size_t lanes)
    : park_(&park),
      start_(start),
      surprise_(park.events.size(), lanes),
      left_(park.events.size(), lanes),
      chance_(1, lanes) {
  for (std::size_t sector = 0; sector < park.sectors.size(); ++sector) {
    const auto known = std::ranges::find_if(first_, [&](std::size_t first) { return alike(park, first, sector); });
    group_.push_back(static_cast<std::size_t>(known - first_.begin()));
    if (known == first_.end()) {
      first_.push_back(sector);
    }
  }
  affected_.resize(first_.size());
  growth_ = Rows(first_.size(), lanes);
  arrivals_ = Rows(first_.size(), lanes);
  exits_ = Rows(first_.size(), lanes);
  margin_ = Rows(first_.size(), lanes);
  for (const Event& event : park.events) {
    streams_.emplace_back(seed, "event." + event.id);
  }
}

void Events::begin(const flow::Draws& draws) noexcept {
  draws_ = &draws;
  left_.fill(0);
}

void Events::step(PathRange paths, int year) noexcept {
  std::ranges::fill(affected_, char{0});
  for (std::size_t event = 0; event < park_->events.size(); ++event) {
    if (!start(paths, year, event)) {
      continue;
    }
    for (std::size_t group = 0; group < first_.size(); ++group) {
      if (park_->events[event].touches(first_[group])) {
        std::exchange(affected_[group], char{1}) == 0 ? affect<true>(event, group) : affect<false>(event, group);
      }
    }
    const Lanes left = left_[event];
    each_lane(left.size(), [&](std::size_t i) { left[i] = std::max(left[i] - 1, 0.0); });
  }
  for (std::size_t group = 0; group < first_.size(); ++group) {
    if (affected_[group] == 0) {
      calm(group);
    }
  }
}

// No event runs.
void Events::calm(std::size_t group) noexcept {
  std::ranges::fill(growth_[group], 1.0);
  std::ranges::fill(arrivals_[group], 1.0);
  std::ranges::fill(exits_[group], 1.0);
  std::ranges::fill(margin_[group], 0.0);
}

// Whether it may run in any lane.
bool Events::start(PathRange paths, int year, std::size_t event) noexcept {
  const Event& spec = park_->events[event];
  const Lanes left = left_[event];
  if (spec.in) {
    const int first = *spec.in - start_ + 1;
    const int remaining = first <= year ? first + spec.years - year : 0;
    std::ranges::fill(left, static_cast<double>(std::max(remaining, 0)));
    return remaining > 0;
  }
  const flow::Operand probability = draws_->of(spec.probability->in(year));
  const Lanes chance = chance_[0];
  streams_[event].uniform(paths, static_cast<std::uint32_t>(year), 0, chance);
  const Lanes surprise = surprise_[event];
  const auto lasts = static_cast<double>(spec.years);
  const auto act = [&](std::size_t i, double likely) {
    const double before = left[i];
    const double may = before == 0 ? likely : 0.0;
    const double starts = chance[i] < may ? 1.0 : 0.0;
    surprise[i] = starts - may;
    left[i] = before + starts * lasts;
  };
  each_lane(left.size(), act, probability);
  return true;
}

// The first event of a year sets the rows of a group, the others add to them.
template <bool first>
void Events::affect(std::size_t event, std::size_t group) noexcept {
  const Event& spec = park_->events[event];
  const flow::Operand more_growth = draws_->of(spec.growth);
  const flow::Operand more_arrivals = draws_->of(spec.arrivals);
  const flow::Operand more_exits = draws_->of(spec.exits);
  const flow::Operand more_margin = draws_->of(spec.margin);
  const ConstLanes left = left_[event];
  const Lanes growth = growth_[group];
  const Lanes arrivals = arrivals_[group];
  const Lanes exits = exits_[group];
  const Lanes margin = margin_[group];
  const auto act = [&](std::size_t i, double growing, double arriving, double leaving, double earning) {
    const bool runs = left[i] > 0;
    growth[i] = (first ? 1.0 : growth[i]) * (runs ? 1 + growing : 1.0);
    arrivals[i] = (first ? 1.0 : arrivals[i]) * (runs ? arriving : 1.0);
    exits[i] = (first ? 1.0 : exits[i]) * (runs ? leaving : 1.0);
    margin[i] = (first ? 0.0 : margin[i]) + (runs ? earning : 0.0);
  };
  each_lane(left.size(), act, more_growth, more_arrivals, more_exits, more_margin);
}

}  // namespace shanhai::economy
