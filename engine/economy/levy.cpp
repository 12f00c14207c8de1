#include "economy/levy.hpp"

#include <algorithm>

namespace shanhai::economy {

Levy::Levy(const Park& park, int years, std::size_t lanes)
    : park_(&park), sum_(std::max(park.sectors.size(), park.taxes.size())), drawn_(park.sectors.size(), lanes) {
  for (int year = 1; year <= years; ++year) {
    for (std::size_t tax = 0; tax < park.taxes.size(); ++tax) {
      for (std::size_t sector = 0; sector < park.sectors.size(); ++sector) {
        weights_.push_back(weight(year, tax, sector));
      }
    }
  }
}

void Levy::step(int year, const Firms& firms, const Production& production, flow::Ledger& ledger) noexcept {
  const std::size_t sectors = park_->sectors.size();
  const std::size_t taxes = park_->taxes.size();
  for (std::size_t tax = 0; tax < taxes; ++tax) {
    const std::size_t first = root(tax);
    const flow::Product* weights = &weights_[(static_cast<std::size_t>(year - 1) * taxes + tax) * sectors];
    sum_.clear();
    for (std::size_t sector = 0; sector < sectors; ++sector) {
      sum_.add(base(first, sector, firms, production),
               weights[sector].known(),
               weights[sector].drawn(*draws_, drawn_[sector]));
    }
    part(year, tax, ledger);
  }
  sum_.clear();
  for (std::size_t tax = 0; tax < taxes; ++tax) {
    sum_.add(ledger.local[tax], flow::Operand{1.0});
  }
  sum_.write(ledger[flow::Ledger::Line::local]);
}

// The tax whose base is not another tax.
std::size_t Levy::root(std::size_t tax) const noexcept {
  while (park_->taxes[tax].base.base == Base::tax) {
    tax = park_->taxes[tax].base.tax.index;
  }
  return tax;
}

// What one unit of the root's base in a sector brings.
flow::Product Levy::weight(int year, std::size_t tax, std::size_t sector) const {
  const Sector& spec = park_->sectors[sector];
  flow::Product product;
  product.times(park_->taxes[tax].rate.of(sector).in(year));
  while (park_->taxes[tax].base.base == Base::tax) {
    tax = park_->taxes[tax].base.tax.index;
    product.times(park_->taxes[tax].rate.of(sector).in(year));
  }
  const Base base = park_->taxes[tax].base.base;
  if (base == Base::value_added || base == Base::wages) {
    product.times(spec.value_added.in(year));
  }
  if (base == Base::wages) {
    product.times(spec.wages.in(year));
  }
  if (base == Base::land || base == Base::land_sold) {
    product.times(spec.land_per_firm);
  }
  return product;
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

// What was summed up is the gross.
void Levy::part(int year, std::size_t tax, flow::Ledger& ledger) noexcept {
  const Tax& spec = park_->taxes[tax];
  const Lanes gross = ledger.gross[tax];
  const Lanes local = ledger.local[tax];
  if (const auto parts = spec.known_parts(year)) {
    const double left = parts->local();
    sum_.each(gross, [&](std::size_t i, double all) {
      gross[i] = all;
      local[i] = all * left;
    });
    return;
  }
  const Lanes central = ledger.central[tax];
  const Lanes province = ledger.province[tax];
  sum_.write(gross);
  const auto act = [&](std::size_t i, double central_part, double province_part) {
    central[i] = central_part * gross[i];
    province[i] = province_part * gross[i];
    local[i] = gross[i] * Parts{central_part, province_part}.local();
  };
  each_lane(gross.size(), act, draws_->of(spec.central.in(year)), draws_->of(spec.province.in(year)));
}

}  // namespace shanhai::economy
