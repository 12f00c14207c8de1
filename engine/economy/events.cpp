#include "economy/events.hpp"

#include <algorithm>

#include "random/math.hpp"

namespace shanhai::economy {

Events::Events(const Park& park, int start, std::uint64_t seed, std::size_t lanes)
    : park_(&park),
      start_(start),
      surprise_(park.events.size(), lanes),
      left_(park.events.size(), lanes),
      log_growth_(park.events.size(), lanes),
      chance_(1, lanes),
      growth_(park.sectors.size(), lanes),
      arrivals_(park.sectors.size(), lanes),
      exits_(park.sectors.size(), lanes),
      margin_(park.sectors.size(), lanes) {
  for (const Event& event : park.events) {
    streams_.emplace_back(seed, "event." + event.id);
  }
}

void Events::begin(const flow::Draws& draws) noexcept {
  draws_ = &draws;
  left_.fill(0);
  for (std::size_t event = 0; event < park_->events.size(); ++event) {
    const flow::Operand growth = draws.of(park_->events[event].growth);
    const Lanes log_growth = log_growth_[event];
    each_lane(log_growth.size(), [&](std::size_t i) { log_growth[i] = random::log(1 + growth[i]); });
  }
}

void Events::step(PathRange paths, int year) noexcept {
  growth_.fill(0);
  arrivals_.fill(1);
  exits_.fill(1);
  margin_.fill(0);
  for (std::size_t event = 0; event < park_->events.size(); ++event) {
    start(paths, year, event);
    for (std::size_t sector = 0; sector < park_->sectors.size(); ++sector) {
      if (park_->events[event].touches(sector)) {
        affect(event, sector);
      }
    }
    for (double& left : left_[event]) {
      left = std::max(left - 1, 0.0);
    }
  }
}

void Events::start(PathRange paths, int year, std::size_t event) noexcept {
  const Event& spec = park_->events[event];
  const Lanes left = left_[event];
  if (spec.in) {
    const int first = *spec.in - start_ + 1;
    const int remaining = first <= year ? first + spec.years - year : 0;
    std::ranges::fill(left, static_cast<double>(std::max(remaining, 0)));
    return;
  }
  const flow::Operand probability = draws_->of(spec.probability->in(year));
  const Lanes chance = chance_[0];
  streams_[event].uniform(paths, static_cast<std::uint32_t>(year), 0, chance);
  const Lanes surprise = surprise_[event];
  each_lane(left.size(), [&](std::size_t i) {
    const bool starts = left[i] == 0 && chance[i] < probability[i];
    surprise[i] = (starts ? 1.0 : 0.0) - (left[i] == 0 ? probability[i] : 0.0);
    left[i] = starts ? static_cast<double>(spec.years) : left[i];
  });
}

void Events::affect(std::size_t event, std::size_t sector) noexcept {
  const Event& spec = park_->events[event];
  const flow::Operand more_arrivals = draws_->of(spec.arrivals);
  const flow::Operand more_exits = draws_->of(spec.exits);
  const flow::Operand more_margin = draws_->of(spec.margin);
  const ConstLanes left = left_[event];
  const ConstLanes log_growth = log_growth_[event];
  const Lanes growth = growth_[sector];
  const Lanes arrivals = arrivals_[sector];
  const Lanes exits = exits_[sector];
  const Lanes margin = margin_[sector];
  each_lane(left.size(), [&](std::size_t i) {
    const bool runs = left[i] > 0;
    growth[i] += runs ? log_growth[i] : 0.0;
    arrivals[i] *= runs ? more_arrivals[i] : 1.0;
    exits[i] *= runs ? more_exits[i] : 1.0;
    margin[i] += runs ? more_margin[i] : 0.0;
  });
}

}  // namespace shanhai::economy
