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
    each_lane(
        occupied.size(), [&](std::size_t i, double of_firm) { occupied[i] += initial * of_firm; }, land);
  }
}

void Firms::step(PathRange paths, int year, const Events& events, ConstLanes macro, flow::Operand boost) noexcept {
  for (std::size_t sector = 0; sector < ages_.size(); ++sector) {
    leave(paths, year, sector, events.exits(sector), macro);
    grow_older(sector, mean_[0]);
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
  const auto find_probability = [&](std::size_t i, double usual, double link) {
    probability[i] = std::min(usual * event[i] * tilt(-link, macro[i]), 1.0);
  };
  each_lane(count.size(), find_probability, hazard, sensitivity);
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
  const auto let_go = [&](std::size_t i, double of_firm) {
    staying[i] = count[i] > 0 ? 1 - gone[i] / count[i] : 1.0;
    count[i] -= gone[i];
    occupied[i] -= gone[i] * of_firm;
  };
  each_lane(count.size(), let_go, land);
}

// Of each age the same part stays, and is a year older. No firm is of age 0 until some arrive.
void Firms::grow_older(std::size_t sector, ConstLanes staying) noexcept {
  Rows& ages = ages_[sector];
  const std::size_t oldest = ages.size() - 1;
  const Lanes last = ages[oldest];
  each_lane(last.size(), [&](std::size_t i) { last[i] *= staying[i]; });
  if (oldest == 0) {
    return;
  }
  const ConstLanes joining = ages[oldest - 1];
  each_lane(last.size(), [&](std::size_t i) { last[i] += joining[i] * staying[i]; });
  for (std::size_t age = oldest - 1; age > 0; --age) {
    const ConstLanes younger = ages[age - 1];
    const Lanes firms = ages[age];
    each_lane(firms.size(), [&](std::size_t i) { firms[i] = younger[i] * staying[i]; });
  }
  std::ranges::fill(ages[0], 0.0);
}

void Firms::release_land(int year) noexcept {
  const flow::Operand gross = draws_->of(park_->land.gross);
  const flow::Operand net = draws_->of(park_->land.net);
  const flow::Operand released = draws_->of(park_->land.released.in(year));
  const Lanes open = open_land_[0];
  const auto act = [&](std::size_t i, double all, double usable, double part) {
    open[i] = all * usable * part;
  };
  each_lane(open.size(), act, gross, net, released);
}

void Firms::arrive(
    PathRange paths, int year, std::size_t sector, ConstLanes event, ConstLanes macro, flow::Operand boost) noexcept {
  const Sector& spec = park_->sectors[sector];
  const flow::Operand expected = draws_->of(spec.arrivals.in(year));
  const flow::Operand sensitivity = draws_->of(spec.arrivals_macro);
  const Lanes mean = mean_[0];
  const auto find_mean = [&](std::size_t i, double usual, double effort, double link) {
    mean[i] = usual * effort * event[i] * tilt(link, macro[i]);
  };
  each_lane(mean.size(), find_mean, expected, boost, sensitivity);
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
  const auto let_in = [&](std::size_t i, double of_firm) {
    const double free = std::max(open[i] - occupied[i], 0.0);
    const double room = of_firm > 0 ? free / of_firm : std::numeric_limits<double>::infinity();
    arrived[i] = std::min(wanted[i], whole ? std::floor(room + almost_whole) : room);
    youngest[i] += arrived[i];
    count[i] += arrived[i];
    occupied[i] += arrived[i] * of_firm;
  };
  each_lane(wanted.size(), let_in, land);
}

}  // namespace shanhai::economy
