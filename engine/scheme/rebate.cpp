#include "scheme/rebate.hpp"

namespace shanhai::scheme {

void Rebate::apply(Books& books, Rows& /*memory*/) const noexcept {
  const Operand part = books.level(share, books.scratch(0));
  const Lanes pool = books[Books::Total::pool];
  const Lanes rebated = books[Books::Total::rebated];
  each_lane(pool.size(), [&](std::size_t i) {
    const double back = part[i] * pool[i];
    rebated[i] += back;
    pool[i] -= back;
  });
}

void Rebate::follow(Books& books, const Rows& /*memory*/, Marginal& marginal) const noexcept {
  const Operand part = books.level(share, books.scratch(0));
  const Lanes unit = marginal.unit();
  each_lane(unit.size(), [&](std::size_t i) { unit[i] *= 1 - part[i]; });
}

}  // namespace shanhai::scheme
