#include "economy/surprises.hpp"

#include <algorithm>

#include "random/math.hpp"

namespace shanhai::economy {

void GrowthSurprise::step(int year, ConstSingles factor, Lanes out) noexcept {
  const double half_variance = sigma_ * sigma_ * variance_[static_cast<std::size_t>(year)] / 2;
  const Lanes sum = sum_[0];
  each_lane(sum.size(), [&](std::size_t i) {
    sum[i] += static_cast<double>(factor[i]);
    out[i] = random::exp(sigma_ * sum[i] - half_variance) - 1;
  });
}

Surprises::Surprises(const Park& park, int years, std::size_t lanes) : events_(park.events.size()) {
  for (const Sector& sector : park.sectors) {
    growth_.emplace_back(sector.sigma.value, sector.rho, years, lanes);
  }
}

void Surprises::begin() noexcept {
  for (GrowthSurprise& growth : growth_) {
    growth.begin();
  }
}

void Surprises::step(int year,
                     const Factors& factors,
                     const Events& events,
                     const Firms& firms,
                     const Production& production,
                     Rows& out) noexcept {
  std::size_t next = 0;
  const auto write = [&](const auto& row, double times = 1) {
    std::ranges::transform(row, out[next++].begin(), [times](auto x) { return times * static_cast<double>(x); });
  };
  write(factors[0]);
  for (std::size_t sector = 0; sector < growth_.size(); ++sector) {
    growth_[sector].step(year, factors[sector + 1], out[next++]);
    write(firms.arrival_surprise()[sector]);
    write(firms.exit_surprise()[sector]);
    write(production.firm_size(sector), year == 1 ? 1.0 : 0.0);
  }
  for (std::size_t event = 0; event < events_; ++event) {
    write(events.surprise(event));
  }
}

}  // namespace shanhai::economy
