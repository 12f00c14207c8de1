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
      mature_(park.sectors.size(), lanes),
      shock_(1, lanes),
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
    count_mature(sector, firms.ages(sector));
    produce(year, sector, factor, events.growth(sector));
    earn(paths, year, sector, factor, events.margin(sector));
  }
}

void Production::count_mature(std::size_t sector, const Rows& ages) noexcept {
  const std::vector<Number>& ramp = park_->sectors[sector].ramp;
  const Lanes out = mature_[sector];
  std::ranges::fill(out, 0.0);
  for (std::size_t age = 0; age < ages.size(); ++age) {
    const flow::Operand share = draws_->of(ramp[std::min(age, ramp.size() - 1)]);
    const ConstLanes firms = ages[age];
    each_lane(
        out.size(), [&](std::size_t i, double part) { out[i] += firms[i] * part; }, share);
  }
}

void Production::produce(int year, std::size_t sector, ConstLanes factor, ConstLanes event) noexcept {
  const Sector& spec = park_->sectors[sector];
  const flow::Operand per_firm = draws_->of(spec.output);
  const flow::Operand growth = draws_->of(spec.growth);
  const flow::Operand sigma = draws_->of(spec.sigma);
  const flow::Operand cv = draws_->of(spec.firm_cv);
  const double variance = path_variance_[sector][static_cast<std::size_t>(year)];
  const ConstLanes size = size_normal_[sector];
  const Lanes walk = walk_[sector];
  const Lanes grown = grown_[sector];
  const ConstLanes mature = mature_[sector];
  const Lanes output = output_[sector];
  const auto act = [&](std::size_t i, double of_firm, double rate, double volatility, double dispersion) {
    grown[i] *= year > 1 ? 1 + rate : 1.0;
    walk[i] += volatility * factor[i] + event[i];
    const double spread = random::log(1 + dispersion * dispersion / std::max(mature[i], 1.0));
    const double exponent = walk[i] - volatility * volatility * variance / 2 + std::sqrt(spread) * size[i] - spread / 2;
    output[i] = of_firm * grown[i] * mature[i] * random::exp(exponent);
  };
  each_lane(output.size(), act, per_firm, growth, sigma, cv);
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
  const Lanes shock = shock_[0];
  margin_streams_[sector].normal(paths, static_cast<std::uint32_t>(year), 0, shock);
  const auto act = [&](std::size_t i, double added_part, double paid_part, double mean, double spread) {
    value_added[i] = added_part * output[i];
    wages[i] = paid_part * value_added[i];
    profit[i] = (mean + event[i] + spread * (spec.margin_link * factor[i] + own * shock[i])) * output[i];
  };
  each_lane(output.size(), act, added, paid, margin, sd);
}

}  // namespace shanhai::economy
