#include "economy/production.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "random/single_math.hpp"

namespace shanhai::economy {
namespace {

std::size_t most_ages(const Park& park) {
  std::size_t most = 0;
  for (const Sector& sector : park.sectors) {
    most = std::max(most, age_classes(park, sector));
  }
  return most;
}

const Number& at_age(const std::vector<Number>& by_age, std::size_t age) noexcept {
  return by_age[std::min(age, by_age.size() - 1)];
}

/// What firms of a sector count as, by age: what they produce of mature output, as far as they owe a tax.
std::vector<flow::Product> count_of(const Park& park, const Sector& sector, const std::vector<Number>* holiday) {
  std::vector<flow::Product> by_age(age_classes(park, sector));
  for (std::size_t age = 0; age < by_age.size(); ++age) {
    by_age[age].times(at_age(sector.ramp, age));
    by_age[age].times(holiday != nullptr ? at_age(*holiday, age) : Number{1});
  }
  return by_age;
}

/// e to an exponent that chance brings; no number beyond single precision, so that it is found out.
[[gnu::always_inline]] inline float chance_of(float exponent) noexcept {
  return exponent > random::most_exponent ? std::numeric_limits<float>::infinity() : random::single_exp(exponent);
}

}  // namespace

Production::Production(const Park& park, std::uint64_t seed, int years, std::size_t lanes)
    : park_(&park),
      profit_taxed_{false},
      size_normal_(park.sectors.size(), lanes),
      single_(1, lanes),
      walk_(park.sectors.size(), lanes),
      grown_(park.sectors.size(), lanes),
      per_firm_(1, lanes),
      ages_(most_ages(park)),
      drawn_(most_ages(park), lanes) {
  std::vector<const std::vector<Number>*> holidays{nullptr};
  for (const Tax& tax : park.taxes) {
    measure_of_.push_back(tax.holiday ? holidays.size() : 0);
    if (tax.holiday) {
      holidays.push_back(&*tax.holiday);
      profit_taxed_.push_back(false);
    }
    profit_taxed_[measure_of_.back()] = profit_taxed_[measure_of_.back()] || tax.base.base == Base::profit;
  }
  for (const Sector& sector : park.sectors) {
    size_streams_.emplace_back(seed, "firm_size." + sector.id);
    margin_streams_.emplace_back(seed, "margin." + sector.id);
    path_variance_.push_back(sum_variance(sector.rho, years));
    auto& by_measure = mature_.emplace_back();
    for (const std::vector<Number>* holiday : holidays) {
      by_measure.push_back(count_of(park, sector, holiday));
    }
  }
  for (std::size_t measure = 0; measure < holidays.size(); ++measure) {
    output_.emplace_back(park.sectors.size(), lanes);
    profit_.emplace_back(park.sectors.size(), lanes);
  }
}

void Production::begin(PathRange paths, const flow::Draws& draws) noexcept {
  draws_ = &draws;
  walk_.fill(0);
  for (std::size_t sector = 0; sector < park_->sectors.size(); ++sector) {
    size_streams_[sector].normal(paths, 0, 0, size_normal_[sector]);
    const Lanes grown = grown_[sector];
    each_lane(
        grown.size(),
        [&](std::size_t i, double output) { grown[i] = output; },
        draws.of(park_->sectors[sector].output));
  }
}

void Production::step(
    PathRange paths, int year, const Factors& factors, const Events& events, const Firms& firms) noexcept {
  for (std::size_t sector = 0; sector < park_->sectors.size(); ++sector) {
    for (std::size_t measure = 0; measure < output_.size(); ++measure) {
      count_mature(sector, measure, firms.ages(sector), output_[measure][sector]);
    }
    disperse(sector, output_[0][sector]);
    produce(year, sector, factors[sector + 1], events.growth(sector));
    earn(paths, year, sector, factors[sector + 1], events.margin(sector));
  }
}

void Production::count_mature(std::size_t sector, std::size_t measure, const Rows& ages, Lanes out) noexcept {
  ages_.clear();
  const std::vector<flow::Product>& mature = mature_[sector][measure];
  for (std::size_t age = 0; age < ages.size(); ++age) {
    ages_.add(ages[age], mature[age].known(), mature[age].drawn(*draws_, drawn_[age]));
  }
  ages_.write(out);
}

// The exponent by which few firms of uneven size are off: tau z - tau²/2, tau² = log(1 + cv² / max(E, 1)).
void Production::disperse(std::size_t sector, ConstLanes mature) noexcept {
  const ConstSingles size = size_normal_[sector];
  const Singles exponent = single_[0];
  const auto act = [&](std::size_t i, double dispersion) {
    const auto cv = static_cast<float>(dispersion);
    const float variance = random::single_log(1 + cv * cv / std::max(static_cast<float>(mature[i]), 1.0F));
    exponent[i] = std::sqrt(variance) * size[i] - variance / 2;
  };
  each_lane(exponent.size(), act, draws_->of(park_->sectors[sector].firm_cv));
}

void Production::produce(int year, std::size_t sector, ConstSingles factor, ConstLanes event) noexcept {
  const Sector& spec = park_->sectors[sector];
  const auto half_variance = static_cast<float>(path_variance_[sector][static_cast<std::size_t>(year)] / 2);
  const ConstSingles size = single_[0];
  const Singles walk = walk_[sector];
  const Lanes grown = grown_[sector];
  const Lanes per_firm = per_firm_[0];
  const auto act = [&](std::size_t i, double rate, double volatility) {
    const auto sigma = static_cast<float>(volatility);
    grown[i] *= (year > 1 ? 1 + rate : 1.0) * event[i];
    walk[i] += sigma * factor[i];
    per_firm[i] = grown[i] * static_cast<double>(chance_of(walk[i] - sigma * sigma * half_variance + size[i]));
  };
  each_lane(per_firm.size(), act, draws_->of(spec.growth), draws_->of(spec.sigma));
  for (Rows& output : output_) {
    const Lanes row = output[sector];
    each_lane(row.size(), [&](std::size_t i) { row[i] *= per_firm[i]; });
  }
}

void Production::earn(PathRange paths, int year, std::size_t sector, ConstSingles factor, ConstLanes event) noexcept {
  const Sector& spec = park_->sectors[sector];
  const auto link = static_cast<float>(spec.margin_link);
  const float own = std::sqrt(1 - link * link);
  const Singles shock = single_[0];
  margin_streams_[sector].normal(paths, static_cast<std::uint32_t>(year), 0, shock);
  for (std::size_t measure = 0; measure < output_.size(); ++measure) {
    if (!profit_taxed_[measure]) {
      continue;
    }
    const ConstLanes output = output_[measure][sector];
    const Lanes profit = profit_[measure][sector];
    const auto act = [&](std::size_t i, double mean, double spread) {
      const float chance = static_cast<float>(spread) * (link * factor[i] + own * shock[i]);
      profit[i] = std::max((mean + event[i] + static_cast<double>(chance)) * output[i], 0.0);
    };
    each_lane(profit.size(), act, draws_->of(spec.margin.in(year)), draws_->of(spec.margin_sd));
  }
}

}  // namespace shanhai::economy
