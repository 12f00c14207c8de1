#include "economy/production.hpp"

#include <algorithm>
#include <cmath>

#include "random/math.hpp"

namespace shanhai::economy {

Production::Production(const Park& park, std::uint64_t seed, int years, std::size_t lanes)
    : park_(&park),
      size_normal_(park.sectors.size(), lanes),
      walk_(park.sectors.size(), lanes),
      grown_(park.sectors.size(), lanes),
      scratch_(2, lanes),
      output_(park.sectors.size(), lanes),
      value_added_(park.sectors.size(), lanes),
      wages_(park.sectors.size(), lanes),
      profit_(park.sectors.size(), lanes) {
  for (const Sector& sector : park.sectors) {
    size_streams_.emplace_back(seed, "firm_size." + sector.id);
    margin_streams_.emplace_back(seed, "margin." + sector.id);
    path_variance_.push_back(sum_variance(sector.rho, years));
  }
}

void Production::begin(PathRange paths, const flow::Draws& draws) noexcept {
  draws_ = &draws;
  walk_.fill(0);
  grown_.fill(1);
  for (std::size_t sector = 0; sector < park_->sectors.size(); ++sector) {
    size_streams_[sector].normal(paths, 0, 0, size_normal_[sector]);
  }
}

void Production::step(
    PathRange paths, int year, const Factors& factors, const Events& events, const Firms& firms) noexcept {
  for (std::size_t sector = 0; sector < park_->sectors.size(); ++sector) {
    const ConstLanes factor = factors[sector + 1];
    const Lanes mature = scratch_[0];
    mature_firms(sector, firms.ages(sector), mature);
    produce(year, sector, factor, events.growth(sector), mature);
    earn(paths, year, sector, factor, events.margin(sector));
  }
}

// Firms by their share of mature output.
void Production::mature_firms(std::size_t sector, const Rows& ages, Lanes out) const noexcept {
  const std::vector<Number>& ramp = park_->sectors[sector].ramp;
  std::ranges::fill(out, 0.0);
  for (std::size_t age = 0; age < ages.size(); ++age) {
    const flow::Operand share = draws_->of(ramp[std::min(age, ramp.size() - 1)]);
    const ConstLanes firms = ages[age];
    each_lane(out.size(), [&](std::size_t i) { out[i] += firms[i] * share[i]; });
  }
}

void Production::produce(
    int year, std::size_t sector, ConstLanes factor, ConstLanes event, ConstLanes mature) noexcept {
  const Sector& spec = park_->sectors[sector];
  const flow::Operand per_firm = draws_->of(spec.output);
  const flow::Operand growth = draws_->of(spec.growth);
  const flow::Operand sigma = draws_->of(spec.sigma);
  const flow::Operand cv = draws_->of(spec.firm_cv);
  const double variance = path_variance_[sector][static_cast<std::size_t>(year)];
  const ConstLanes size = size_normal_[sector];
  const Lanes walk = walk_[sector];
  const Lanes grown = grown_[sector];
  const Lanes output = output_[sector];
  each_lane(output.size(), [&](std::size_t i) {
    grown[i] *= year > 1 ? 1 + growth[i] : 1.0;
    walk[i] += sigma[i] * factor[i] + event[i];
    const double spread = random::log(1 + cv[i] * cv[i] / std::max(mature[i], 1.0));
    const double exponent = walk[i] - sigma[i] * sigma[i] * variance / 2 + std::sqrt(spread) * size[i] - spread / 2;
    output[i] = per_firm[i] * grown[i] * mature[i] * random::exp(exponent);
  });
}

void Production::earn(PathRange paths, int year, std::size_t sector, ConstLanes factor, ConstLanes event) noexcept {
  const Sector& spec = park_->sectors[sector];
  const flow::Operand added = draws_->of(spec.value_added.in(year));
  const flow::Operand paid = draws_->of(spec.wages.in(year));
  const flow::Operand margin = draws_->of(spec.margin.in(year));
  const flow::Operand sd = draws_->of(spec.margin_sd);
  const double own = std::sqrt(1 - spec.margin_link * spec.margin_link);
  const ConstLanes output = output_[sector];
  const Lanes value_added = value_added_[sector];
  const Lanes wages = wages_[sector];
  const Lanes profit = profit_[sector];
  const Lanes shock = scratch_[1];
  margin_streams_[sector].normal(paths, static_cast<std::uint32_t>(year), 0, shock);
  each_lane(output.size(), [&](std::size_t i) {
    value_added[i] = added[i] * output[i];
    wages[i] = paid[i] * value_added[i];
    profit[i] = (margin[i] + event[i] + sd[i] * (spec.margin_link * factor[i] + own * shock[i])) * output[i];
  });
}

}  // namespace shanhai::economy
