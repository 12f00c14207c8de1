#include "economy/firms.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "random/binomial.hpp"
#include "random/math.hpp"
#include "random/poisson.hpp"

namespace shanhai::economy {
namespace {

// After this many years every ramp and holiday has reached its last value.
std::size_t age_classes(const Park& park, const Sector& sector) {
  std::size_t classes = sector.ramp.size();
  for (const Tax& tax : park.taxes) {
    classes = std::max(classes, tax.holiday ? tax.holiday->size() : 0);
  }
  return classes;
}

// exp(a s - a²/2), of mean 1 for s standard normal.
[[gnu::always_inline]] inline double tilt(double sensitivity, double s) {
  return random::exp(sensitivity * s - sensitivity * sensitivity / 2);
}

}  // namespace

Firms::Firms(const Park& park, std::uint64_t seed, std::size_t lanes, Counting counting, bool surprises)
    : park_(&park),
      counting_(counting),
      surprises_(surprises),
      count_(park.sectors.size(), lanes),
      arrived_(park.sectors.size(), lanes),
      occupied_(1, lanes),
      open_land_(1, lanes),
      chance_(1, lanes),
      mean_(1, lanes),
      drawn_(1, lanes),
      arrival_surprise_(park.sectors.size(), lanes),
      exit_surprise_(park.sectors.size(), lanes) {
  for (const Sector& sector : park.sectors) {
    exit_streams_.emplace_back(seed, "exits." + sector.id);
    arrival_streams_.emplace_back(seed, "arrivals." + sector.id);
    ages_.emplace_back(age_classes(park, sector), lanes);
  }
}

void Firms::begin(const flow::Draws& draws) noexcept {
  draws_ = &draws;
  occupied_.fill(0);
  for (std::size_t sector = 0; sector < ages_.size(); ++sector) {
    const auto initial = static_cast<double>(park_->sectors[sector].firms);
    const flow::Operand land = draws.of(park_->sectors[sector].land_per_firm);
    ages_[sector].fill(0);
    std::ranges::fill(ages_[sector][ages_[sector].size() - 1], initial);
    std::ranges::fill(count_[sector], initial);
    const Lanes occupied = occupied_[0];
    each_lane(occupied.size(), [&](std::size_t i) { occupied[i] += initial * land[i]; });
  }
}

void Firms::step(PathRange paths, int year, const Events& events, ConstLanes macro, flow::Operand boost) noexcept {
  for (std::size_t sector = 0; sector < ages_.size(); ++sector) {
    leave(paths, year, sector, events.exits(sector), macro);
    grow_older(sector);
  }
  release_land(year);
  for (std::size_t sector = 0; sector < ages_.size(); ++sector) {
    arrive(paths, year, sector, events.arrivals(sector), macro, boost);
  }
}

void Firms::leave(PathRange paths, int year, std::size_t sector, ConstLanes event, ConstLanes macro) noexcept {
  const Sector& spec = park_->sectors[sector];
  const flow::Operand hazard = draws_->of(spec.exit.in(year));
  const flow::Operand sensitivity = draws_->of(spec.exit_macro);
  const flow::Operand land = draws_->of(spec.land_per_firm);
  const Lanes count = count_[sector];
  const Lanes probability = mean_[0];
  const Lanes gone = drawn_[0];
  each_lane(count.size(), [&](std::size_t i) {
    probability[i] = std::min(hazard[i] * event[i] * tilt(-sensitivity[i], macro[i]), 1.0);
  });
  if (counting_ == Counting::drawn) {
    exit_streams_[sector].uniform(paths, static_cast<std::uint32_t>(year), 0, chance_[0]);
    random::binomial(count, probability, chance_[0], gone);
    if (surprises_) {
      const Lanes surprise = exit_surprise_[sector];
      each_lane(count.size(), [&](std::size_t i) { surprise[i] = gone[i] - count[i] * probability[i]; });
    }
  } else {
    std::ranges::transform(count, probability, gone.begin(), std::multiplies<>{});
  }
  const Lanes occupied = occupied_[0];
  const Lanes staying = mean_[0];
  each_lane(count.size(), [&](std::size_t i) {
    staying[i] = count[i] > 0 ? 1 - gone[i] / count[i] : 1.0;
    count[i] -= gone[i];
    occupied[i] -= gone[i] * land[i];
  });
  for (std::size_t age = 0; age < ages_[sector].size(); ++age) {
    const Lanes firms = ages_[sector][age];
    each_lane(count.size(), [&](std::size_t i) { firms[i] *= staying[i]; });
  }
}

void Firms::grow_older(std::size_t sector) noexcept {
  Rows& ages = ages_[sector];
  const std::size_t oldest = ages.size() - 1;
  if (oldest == 0) {
    return;
  }
  const Lanes last = ages[oldest];
  const ConstLanes joining = ages[oldest - 1];
  each_lane(last.size(), [&](std::size_t i) { last[i] += joining[i]; });
  for (std::size_t age = oldest - 1; age > 0; --age) {
    std::ranges::copy(ages[age - 1], ages[age].begin());
  }
  std::ranges::fill(ages[0], 0.0);
}

void Firms::release_land(int year) noexcept {
  const flow::Operand gross = draws_->of(park_->land.gross);
  const flow::Operand net = draws_->of(park_->land.net);
  const flow::Operand released = draws_->of(park_->land.released.in(year));
  const Lanes open = open_land_[0];
  each_lane(open.size(), [&](std::size_t i) { open[i] = gross[i] * net[i] * released[i]; });
}

void Firms::arrive(
    PathRange paths, int year, std::size_t sector, ConstLanes event, ConstLanes macro, flow::Operand boost) noexcept {
  const Sector& spec = park_->sectors[sector];
  const flow::Operand expected = draws_->of(spec.arrivals.in(year));
  const flow::Operand sensitivity = draws_->of(spec.arrivals_macro);
  const Lanes mean = mean_[0];
  each_lane(mean.size(),
            [&](std::size_t i) { mean[i] = expected[i] * boost[i] * event[i] * tilt(sensitivity[i], macro[i]); });
  if (counting_ == Counting::drawn) {
    arrival_streams_[sector].uniform(paths, static_cast<std::uint32_t>(year), 0, chance_[0]);
    random::poisson(mean, chance_[0], drawn_[0]);
    if (surprises_) {
      std::ranges::transform(drawn_[0], mean, arrival_surprise_[sector].begin(), std::minus<>{});
    }
    admit(sector, drawn_[0]);
  } else {
    admit(sector, mean);
  }
}

// Cuts what wants to come to what fits the free land, and lets it in.
void Firms::admit(std::size_t sector, Lanes wanted) noexcept {
  constexpr double almost_whole = 1e-9;  // land that lacks a rounding error to a whole firm is enough for it
  const flow::Operand land = draws_->of(park_->sectors[sector].land_per_firm);
  const ConstLanes open = open_land_[0];
  const Lanes occupied = occupied_[0];
  const Lanes arrived = arrived_[sector];
  const Lanes count = count_[sector];
  const Lanes youngest = ages_[sector][0];
  const bool whole = counting_ == Counting::drawn;
  each_lane(wanted.size(), [&](std::size_t i) {
    const double free = std::max(open[i] - occupied[i], 0.0);
    const double room = land[i] > 0 ? free / land[i] : std::numeric_limits<double>::infinity();
    arrived[i] = std::min(wanted[i], whole ? std::floor(room + almost_whole) : room);
    youngest[i] += arrived[i];
    count[i] += arrived[i];
    occupied[i] += arrived[i] * land[i];
  });
}

}  // namespace shanhai::economy
