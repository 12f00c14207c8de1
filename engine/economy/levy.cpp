#include "economy/levy.hpp"

#include <algorithm>
#include <utility>

namespace shanhai::economy {

Levy::Levy(const Park& park, std::size_t lanes) : park_(&park), order_(levy_order(park.taxes)), due_(1, lanes) {
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
  const auto [base, per] = taxed(tax, sector, firms, production);
  const auto act = [amount, base](std::size_t i, double times, double rate) {
    amount[i] = std::max(base[i] * times, 0.0) * rate;
  };
  each_lane(amount.size(), act, per, draws_->of(spec.rate.of(sector).in(year)));
  if (spec.holiday) {
    grant_holiday(tax, sector, firms.ages(sector), production.mature(sector), amount);
  }
}

Levy::Taxed Levy::taxed(std::size_t tax,
                        std::size_t sector,
                        const Firms& firms,
                        const Production& production) const noexcept {
  const flow::Operand land = draws_->of(park_->sectors[sector].land_per_firm);
  switch (park_->taxes[tax].base.base) {
    case Base::output:
      return {production.output(sector)};
    case Base::value_added:
      return {production.value_added(sector)};
    case Base::wages:
      return {production.wages(sector)};
    case Base::profit:
      return {production.profit(sector)};
    case Base::firms:
      return {firms.count(sector)};
    case Base::land:
      return {firms.count(sector), land};
    case Base::land_sold:
      return {firms.arrived(sector), land};
    case Base::tax:
      return {amount_[park_->taxes[tax].base.tax.index][sector]};
  }
  return {};
}

// Only a part is due, by years since arrival, weighted by what the firms of each age produce.
void Levy::grant_holiday(
    std::size_t tax, std::size_t sector, const Rows& ages, ConstLanes mature, Lanes amount) noexcept {
  const std::vector<Number>& holiday = *park_->taxes[tax].holiday;
  const std::vector<Number>& ramp = park_->sectors[sector].ramp;
  const Lanes due = due_[0];
  std::ranges::fill(due, 0.0);
  for (std::size_t age = 0; age < ages.size(); ++age) {
    const flow::Operand produces = draws_->of(ramp[std::min(age, ramp.size() - 1)]);
    const flow::Operand owes = draws_->of(holiday[std::min(age, holiday.size() - 1)]);
    const ConstLanes firms = ages[age];
    const auto act = [&](std::size_t i, double share, double part) {
      due[i] += firms[i] * share * part;
    };
    each_lane(due.size(), act, produces, owes);
  }
  each_lane(due.size(), [&](std::size_t i) { amount[i] *= mature[i] > 0 ? due[i] / mature[i] : 0.0; });
}

void Levy::part(int year, std::size_t tax, flow::Ledger& ledger) noexcept {
  const Tax& spec = park_->taxes[tax];
  const flow::Operand to_central = draws_->of(spec.central.in(year));
  const flow::Operand to_province = draws_->of(spec.province.in(year));
  const Lanes gross = ledger.gross[tax];
  std::ranges::copy(std::as_const(amount_[tax])[0], gross.begin());
  for (std::size_t sector = 1; sector < park_->sectors.size(); ++sector) {
    const ConstLanes amount = amount_[tax][sector];
    each_lane(gross.size(), [&](std::size_t i) { gross[i] += amount[i]; });
  }
  const Lanes central = ledger.central[tax];
  const Lanes province = ledger.province[tax];
  const Lanes local = ledger.local[tax];
  const Lanes taxes = ledger[flow::Ledger::Line::taxes];
  const double counted = spec.non_tax ? 0.0 : 1.0;
  const auto act = [&](std::size_t i, double central_part, double province_part) {
    central[i] = central_part * gross[i];
    province[i] = province_part * gross[i];
    local[i] = gross[i] * Parts{central_part, province_part}.local();
    taxes[i] += counted * gross[i];
  };
  each_lane(gross.size(), act, to_central, to_province);
}

}  // namespace shanhai::economy
