#include "scheme/baseline.hpp"

#include <algorithm>

namespace shanhai::scheme {

void Baseline::apply(Books& books, Rows& /*memory*/) const noexcept {
  const ConstLanes pool = books.pool();
  const Lanes wanted = books.scratch(0);
  std::ranges::fill(wanted, 0.0);
  for (const Levels& amount : amounts.of) {
    if (!amount.values.empty()) {
      const Operand due = books.level(amount, books.scratch(1));
      each_lane(
          pool.size(), [&](std::size_t i, double claim) { wanted[i] += claim; }, due);
    }
  }
  const Lanes scale = books.scratch(2);
  const Lanes left = books.left();
  each_lane(pool.size(), [&](std::size_t i) {
    scale[i] = wanted[i] > pool[i] ? pool[i] / wanted[i] : 1.0;
    left[i] = pool[i] - std::min(wanted[i], pool[i]);
  });
  for (std::size_t party = 0; party < amounts.of.size(); ++party) {
    if (!amounts.of[party].values.empty()) {
      const Operand due = books.level(amounts.of[party], books.scratch(1));
      flow::add(
          books.kept, party, [&](std::size_t i, double claim) { return claim * scale[i]; }, due);
    }
  }
}

}  // namespace shanhai::scheme
