#include "scheme/tiers.hpp"

#include <algorithm>
#include <limits>

namespace shanhai::scheme {

void Tiers::apply(Books& books, Rows& memory) const noexcept {
  const ConstLanes pool = books.pool();
  std::ranges::copy(pool, memory[0].begin());
  for (std::size_t slice = 0; slice < shares.size(); ++slice) {
    const double from = slice == 0 ? 0.0 : bounds[slice - 1];
    const double to = slice < bounds.size() ? bounds[slice] : std::numeric_limits<double>::infinity();
    for (std::size_t party = 0; party < books.shape.parties; ++party) {
      const Operand part = books.share(shares[slice], party, books.scratch(0));
      const auto part_of_slice = [&](std::size_t i, double share) {
        return share * std::max(std::min(pool[i], to) - from, 0.0);
      };
      flow::add(books.shared, party, part_of_slice, part);
    }
  }
  books.empty_pool();
}

void Tiers::follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept {
  const ConstLanes seen = memory[0];
  const Lanes unit = marginal.unit();
  // At a bound the next unit belongs to the slice above it.
  const auto slice_of = [&](double pool) {
    const auto above = std::ranges::find_if(bounds, [&](double bound) { return pool < bound * (1 - money_tolerance); });
    return static_cast<std::size_t>(above - bounds.begin());
  };
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    flow::add(marginal.part, party, [&](std::size_t i) {
      return books.share_in(shares[slice_of(seen[i])], party, i) * unit[i];
    });
  }
  std::ranges::fill(unit, 0.0);
}

}  // namespace shanhai::scheme
