#include "economy/levy.hpp"

#include <algorithm>

namespace shanhai::economy {

Levy::Levy(const Park& park, std::size_t lanes) : park_(&park), order_(levy_order(park.taxes)), scratch_(2, lanes) {
  for (std::size_t tax = 0; tax < park.taxes.size(); ++tax) {
    amount_.emplace_back(park.sectors.size(), lanes);
  }
}

void Levy::step(int year, const Firms& firms, const Production& production, flow::Ledger& ledger) noexcept {
  for (const std::size_t tax : order_) {
    for (std::size_t sector = 0; sector < park_->sectors.size(); ++sector) {
      levy(year, tax, sector, firms, production);
    }
    part(year, tax, ledger);
  }
}

void Levy::levy(
    int year, std::size_t tax, std::size_t sector, const Firms& firms, const Production& production) noexcept {
  const Tax& spec = park_->taxes[tax];
  const Lanes amount = amount_[tax][sector];
  base(tax, sector, firms, production, amount);
  const flow::Operand rate = draws_->of(spec.rate.of(sector).in(year));
  each_lane(amount.size(), [&](std::size_t i) { amount[i] *= rate[i]; });
  if (spec.holiday) {
    grant_holiday(tax, sector, firms.ages(sector), amount);
  }
}

void Levy::base(
    std::size_t tax, std::size_t sector, const Firms& firms, const Production& production, Lanes out) const noexcept {
  const flow::Operand land = draws_->of(park_->sectors[sector].land_per_firm);
  const auto positive = [&](ConstLanes flow) {
    std::ranges::transform(flow, out.begin(), [](double amount) { return std::max(amount, 0.0); });
  };
  const auto times_land = [&](ConstLanes count) {
    each_lane(out.size(), [&](std::size_t i) { out[i] = count[i] * land[i]; });
  };
  switch (park_->taxes[tax].base.base) {
    case Base::output:
      return positive(production.output(sector));
    case Base::value_added:
      return positive(production.value_added(sector));
    case Base::wages:
      return positive(production.wages(sector));
    case Base::profit:
      return positive(production.profit(sector));
    case Base::firms:
      return static_cast<void>(std::ranges::copy(firms.count(sector), out.begin()));
    case Base::land:
      return times_land(firms.count(sector));
    case Base::land_sold:
      return times_land(firms.arrived(sector));
    case Base::tax:
      return static_cast<void>(std::ranges::copy(amount_[park_->taxes[tax].base.tax.index][sector], out.begin()));
  }
}

// Only a part is due, by years since arrival, weighted by what the firms of each age produce.
void Levy::grant_holiday(std::size_t tax, std::size_t sector, const Rows& ages, Lanes amount) noexcept {
  const std::vector<Number>& holiday = *park_->taxes[tax].holiday;
  const std::vector<Number>& ramp = park_->sectors[sector].ramp;
  const Lanes all = scratch_[0];
  const Lanes due = scratch_[1];
  scratch_.fill(0);
  for (std::size_t age = 0; age < ages.size(); ++age) {
    const flow::Operand produces = draws_->of(ramp[std::min(age, ramp.size() - 1)]);
    const flow::Operand owes = draws_->of(holiday[std::min(age, holiday.size() - 1)]);
    const ConstLanes firms = ages[age];
    each_lane(all.size(), [&](std::size_t i) {
      all[i] += firms[i] * produces[i];
      due[i] += firms[i] * produces[i] * owes[i];
    });
  }
  each_lane(all.size(), [&](std::size_t i) { amount[i] *= all[i] > 0 ? due[i] / all[i] : 0.0; });
}

void Levy::part(int year, std::size_t tax, flow::Ledger& ledger) noexcept {
  const Tax& spec = park_->taxes[tax];
  const flow::Operand to_central = draws_->of(spec.central.in(year));
  const flow::Operand to_province = draws_->of(spec.province.in(year));
  const Lanes gross = ledger.gross[tax];
  std::ranges::fill(gross, 0.0);
  for (std::size_t sector = 0; sector < park_->sectors.size(); ++sector) {
    const ConstLanes amount = amount_[tax][sector];
    each_lane(gross.size(), [&](std::size_t i) { gross[i] += amount[i]; });
  }
  const Lanes central = ledger.central[tax];
  const Lanes province = ledger.province[tax];
  const Lanes local = ledger.local[tax];
  const Lanes taxes = ledger[flow::Ledger::Line::taxes];
  const double counted = spec.non_tax ? 0.0 : 1.0;
  each_lane(gross.size(), [&](std::size_t i) {
    central[i] = to_central[i] * gross[i];
    province[i] = to_province[i] * gross[i];
    local[i] = gross[i] * std::max(1 - to_central[i] - to_province[i], 0.0);
    taxes[i] += counted * gross[i];
  });
}

}  // namespace shanhai::economy
