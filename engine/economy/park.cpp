#include "economy/park.hpp"

#include <algorithm>

namespace shanhai::economy {

bool Event::touches(std::size_t sector) const noexcept {
  return !sectors || std::ranges::find(*sectors, SectorRef{sector}) != sectors->end();
}

Park without_risk(Park park) {
  for (Sector& sector : park.sectors) {
    sector.arrivals_macro = sector.exit_macro = Number{0};
    sector.sigma = sector.margin_sd = sector.firm_cv = Number{0};
  }
  for (Event& event : park.events) {
    if (event.probability) {
      event.probability = Levels{Number{0}};
    }
  }
  return park;
}

std::vector<std::size_t> levy_order(const std::vector<Tax>& taxes) {
  std::vector<std::size_t> order;
  std::vector<bool> placed(taxes.size(), false);
  bool moved = true;
  while (moved) {
    moved = false;
    for (std::size_t tax = 0; tax < taxes.size(); ++tax) {
      const TaxBase& base = taxes[tax].base;
      if (!placed[tax] && (base.base != Base::tax || placed[base.tax.index])) {
        order.push_back(tax);
        placed[tax] = true;
        moved = true;
      }
    }
  }
  return order;
}

}  // namespace shanhai::economy
