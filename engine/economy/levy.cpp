#include "economy/levy.hpp"

#include <algorithm>

namespace shanhai::economy {

Levy::Levy(const Park& park, std::size_t lanes)
    : park_(&park), sum_(park.sectors.size()), weight_(park.sectors.size(), lanes) {}

void Levy::step(int year, const Firms& firms, const Production& production, flow::Ledger& ledger) noexcept {
  std::ranges::fill(ledger[flow::Ledger::Line::local], 0.0);
  for (std::size_t tax = 0; tax < park_->taxes.size(); ++tax) {
    const std::size_t first = root(tax);
    sum_.clear();
    for (std::size_t sector = 0; sector < park_->sectors.size(); ++sector) {
      const Product product = weight(year, tax, sector);
      sum_.add(base(first, sector, firms, production), product.known(), product.drawn());
    }
    sum_.write(ledger.gross[tax]);
    part(year, tax, ledger);
  }
}

// The tax whose base is not another tax.
std::size_t Levy::root(std::size_t tax) const noexcept {
  while (park_->taxes[tax].base.base == Base::tax) {
    tax = park_->taxes[tax].base.tax.index;
  }
  return tax;
}

// What one unit of the root's base in a sector brings.
Levy::Product Levy::weight(int year, std::size_t tax, std::size_t sector) noexcept {
  const Sector& spec = park_->sectors[sector];
  Product product(weight_[sector]);
  product.times(draws_->of(park_->taxes[tax].rate.of(sector).in(year)));
  while (park_->taxes[tax].base.base == Base::tax) {
    tax = park_->taxes[tax].base.tax.index;
    product.times(draws_->of(park_->taxes[tax].rate.of(sector).in(year)));
  }
  const Base base = park_->taxes[tax].base.base;
  if (base == Base::value_added || base == Base::wages) {
    product.times(draws_->of(spec.value_added.in(year)));
  }
  if (base == Base::wages) {
    product.times(draws_->of(spec.wages.in(year)));
  }
  if (base == Base::land || base == Base::land_sold) {
    product.times(draws_->of(spec.land_per_firm));
  }
  return product;
}

void Levy::Product::times(flow::Operand factor) noexcept {
  if (factor.is_known()) {
    known_ *= factor.value();
  } else if (drawn_.is_known()) {
    drawn_ = factor;
  } else {
    each_lane(row_.size(), [&](std::size_t i) { row_[i] = drawn_[i] * factor[i]; });
    drawn_ = flow::Operand{row_};
  }
}

ConstLanes Levy::base(std::size_t root,
                      std::size_t sector,
                      const Firms& firms,
                      const Production& production) const noexcept {
  switch (park_->taxes[root].base.base) {
    case Base::firms:
    case Base::land:
      return firms.count(sector);
    case Base::land_sold:
      return firms.arrived(sector);
    case Base::profit:
      return production.profit(sector, production.measure(root));
    default:
      return production.output(sector, production.measure(root));
  }
}

void Levy::part(int year, std::size_t tax, flow::Ledger& ledger) noexcept {
  const Tax& spec = park_->taxes[tax];
  const ConstLanes gross = ledger.gross[tax];
  const Lanes local = ledger.local[tax];
  const Lanes all_local = ledger[flow::Ledger::Line::local];
  if (const auto parts = spec.known_parts(year)) {
    const double left = parts->local();
    each_lane(gross.size(), [&](std::size_t i) {
      local[i] = gross[i] * left;
      all_local[i] += local[i];
    });
    return;
  }
  const Lanes central = ledger.central[tax];
  const Lanes province = ledger.province[tax];
  const auto act = [&](std::size_t i, double central_part, double province_part) {
    central[i] = central_part * gross[i];
    province[i] = province_part * gross[i];
    local[i] = gross[i] * Parts{central_part, province_part}.local();
    all_local[i] += local[i];
  };
  each_lane(gross.size(), act, draws_->of(spec.central.in(year)), draws_->of(spec.province.in(year)));
}

}  // namespace shanhai::economy
