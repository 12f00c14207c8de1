#include "economy/firms.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "random/binomial.hpp"
#include "random/math.hpp"
#include "random/poisson.hpp"
#include "random/single_math.hpp"

namespace shanhai::economy {
namespace {

// exp(a s - a²/2), of mean 1 for s standard normal.
[[gnu::always_inline]] inline float tilt(float sensitivity, float s) {
  return random::single_exp(sensitivity * s - sensitivity * sensitivity / 2);
}

[[gnu::always_inline]] inline double tilt(double sensitivity, double s) {
  return random::exp(sensitivity * s - sensitivity * sensitivity / 2);
}

enum SingleRow : std::size_t { number_row, mean_row, chance_row, drawn_row, single_rows };

}  // namespace

std::size_t age_classes(const Park& park, const Sector& sector) {
  std::size_t classes = std::max<std::size_t>(sector.ramp.size(), 2);  // new firms stand apart from those there
  for (const Tax& tax : park.taxes) {
    classes = std::max(classes, tax.holiday ? tax.holiday->size() : 0);
  }
  return classes;
}

Firms::Firms(const Park& park, std::uint64_t seed, std::size_t lanes, Counting counting, bool surprises)
    : park_(&park),
      counting_(counting),
      surprises_(surprises),
      count_(park.sectors.size(), lanes),
      arrived_(park.sectors.size(), lanes),
      occupied_(1, lanes),
      open_land_(1, lanes),
      staying_(1, lanes),
      expected_(1, lanes),
      singles_(single_rows, lanes),
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

void Firms::step(PathRange paths, int year, const Events& events, ConstSingles macro, flow::Operand boost) noexcept {
  for (std::size_t sector = 0; sector < ages_.size(); ++sector) {
    leave(paths, year, sector, events.exits(sector), macro);
    grow_older(sector);
  }
  release_land(year);
  for (std::size_t sector = 0; sector < ages_.size(); ++sector) {
    arrive(paths, year, sector, events.arrivals(sector), macro, boost);
  }
}

void Firms::leave(PathRange paths, int year, std::size_t sector, ConstLanes event, ConstSingles macro) noexcept {
  const flow::Operand land = draws_->of(park_->sectors[sector].land_per_firm);
  const Lanes count = count_[sector];
  const Lanes occupied = occupied_[0];
  const Lanes staying = staying_[0];
  const auto let_go = [&](std::size_t i, double part_staying, double gone, double of_firm) {
    staying[i] = part_staying;
    count[i] -= gone;
    occupied[i] -= gone * of_firm;
  };
  if (counting_ == Counting::drawn) {
    draw_exits(paths, year, sector, event, macro);
    const ConstSingles number = singles_[number_row];
    const ConstSingles gone = singles_[drawn_row];
    const auto act = [&](std::size_t i, double of_firm) {
      const float stays = number[i] > 0 ? 1 - gone[i] / number[i] : 1.0F;
      let_go(i, static_cast<double>(stays), static_cast<double>(gone[i]), of_firm);
    };
    each_lane(count.size(), act, land);
  } else {
    const Sector& spec = park_->sectors[sector];
    const auto act = [&](std::size_t i, double hazard, double sensitivity, double of_firm) {
      const double probability = std::min(hazard * event[i] * tilt(-sensitivity, static_cast<double>(macro[i])), 1.0);
      let_go(i, 1 - probability, count[i] * probability, of_firm);
    };
    each_lane(count.size(), act, draws_->of(spec.exit.in(year)), draws_->of(spec.exit_macro), land);
  }
}

void Firms::draw_exits(PathRange paths, int year, std::size_t sector, ConstLanes event, ConstSingles macro) noexcept {
  const Sector& spec = park_->sectors[sector];
  const ConstLanes count = count_[sector];
  const Singles number = singles_[number_row];
  const Singles probability = singles_[mean_row];
  const Singles chance = singles_[chance_row];
  const Singles gone = singles_[drawn_row];
  const auto find_probability = [&](std::size_t i, double hazard, double sensitivity) {
    const auto usual = static_cast<float>(hazard * event[i]);
    number[i] = static_cast<float>(count[i]);
    probability[i] = std::min(usual * tilt(-static_cast<float>(sensitivity), macro[i]), 1.0F);
  };
  each_lane(count.size(), find_probability, draws_->of(spec.exit.in(year)), draws_->of(spec.exit_macro));
  exit_streams_[sector].uniform(paths, static_cast<std::uint32_t>(year), 0, chance);
  random::binomial(number, probability, chance, gone);
  if (surprises_) {
    const Lanes surprise = exit_surprise_[sector];
    each_lane(count.size(), [&](std::size_t i) {
      surprise[i] = static_cast<double>(gone[i]) - count[i] * static_cast<double>(probability[i]);
    });
  }
}

// Of each age the same part stays, and is a year older. No firm is of age 0 until some arrive.
void Firms::grow_older(std::size_t sector) noexcept {
  Rows& ages = ages_[sector];
  const ConstLanes staying = staying_[0];
  const std::size_t oldest = ages.size() - 1;
  const Lanes old = ages[oldest];
  const ConstLanes aging = ages[oldest - 1];
  each_lane(staying.size(), [&](std::size_t i) { old[i] = old[i] * staying[i] + aging[i] * staying[i]; });
  for (std::size_t age = oldest - 1; age > 0; --age) {
    const ConstLanes younger = ages[age - 1];
    const Lanes here = ages[age];
    each_lane(staying.size(), [&](std::size_t i) { here[i] = younger[i] * staying[i]; });
  }
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
    PathRange paths, int year, std::size_t sector, ConstLanes event, ConstSingles macro, flow::Operand boost) noexcept {
  if (counting_ == Counting::drawn) {
    draw_arrivals(paths, year, sector, event, macro, boost);
    admit<float>(sector, singles_[drawn_row]);
    return;
  }
  const Lanes expected = expected_[0];
  const Sector& spec = park_->sectors[sector];
  const auto act = [&](std::size_t i, double usual, double effort, double sensitivity) {
    expected[i] = usual * effort * event[i] * tilt(sensitivity, static_cast<double>(macro[i]));
  };
  each_lane(expected.size(), act, draws_->of(spec.arrivals.in(year)), boost, draws_->of(spec.arrivals_macro));
  admit<double>(sector, expected);
}

void Firms::draw_arrivals(
    PathRange paths, int year, std::size_t sector, ConstLanes event, ConstSingles macro, flow::Operand boost) noexcept {
  const Sector& spec = park_->sectors[sector];
  const Singles mean = singles_[mean_row];
  const Singles chance = singles_[chance_row];
  const Singles came = singles_[drawn_row];
  const auto find_mean = [&](std::size_t i, double usual, double effort, double sensitivity) {
    mean[i] = static_cast<float>(usual * effort * event[i]) * tilt(static_cast<float>(sensitivity), macro[i]);
  };
  each_lane(mean.size(), find_mean, draws_->of(spec.arrivals.in(year)), boost, draws_->of(spec.arrivals_macro));
  arrival_streams_[sector].uniform(paths, static_cast<std::uint32_t>(year), 0, chance);
  random::poisson(mean, chance, came);
  if (surprises_) {
    const Lanes surprise = arrival_surprise_[sector];
    each_lane(mean.size(), [&](std::size_t i) { surprise[i] = static_cast<double>(came[i] - mean[i]); });
  }
}

// Cuts what wants to come to what fits the free land, and lets it in.
template <class T>
void Firms::admit(std::size_t sector, std::span<const T> wanted) noexcept {
  constexpr bool whole = std::is_same_v<T, float>;  // what is drawn
  constexpr double almost_whole = 1e-9;             // land that lacks a rounding error to a whole firm is enough for it
  const flow::Operand land = draws_->of(park_->sectors[sector].land_per_firm);
  const ConstLanes open = open_land_[0];
  const Lanes occupied = occupied_[0];
  const Lanes arrived = arrived_[sector];
  const Lanes count = count_[sector];
  const Lanes youngest = ages_[sector][0];
  const auto let_in = [&](std::size_t i, double of_firm) {
    const double free = std::max(open[i] - occupied[i], 0.0);
    const double room = of_firm > 0 ? free * (1 / of_firm) : std::numeric_limits<double>::infinity();
    arrived[i] = std::min(static_cast<double>(wanted[i]), whole ? std::floor(room + almost_whole) : room);
    youngest[i] = arrived[i];
    count[i] += arrived[i];
    occupied[i] += arrived[i] * of_firm;
  };
  each_lane(wanted.size(), let_in, land);
}

}  // namespace shanhai::economy
