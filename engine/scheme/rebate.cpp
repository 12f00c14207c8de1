#include "scheme/rebate.hpp"

namespace shanhai::scheme {

void Rebate::apply(Books& books, Rows& /*memory*/) const noexcept {
  const Operand part = books.level(share, books.scratch(0));
  const ConstLanes pool = books.pool();
  const Lanes left = books.left();
  const Lanes rebated = books[Books::Total::rebated];
  const auto act = [&](std::size_t i, double returned) {
    const double back = returned * pool[i];
    rebated[i] += back;
    left[i] = pool[i] - back;
  };
  each_lane(pool.size(), act, part);
}

void Rebate::follow(Books& books, const Rows& /*memory*/, Marginal& marginal) const noexcept {
  const Operand part = books.level(share, books.scratch(0));
  const Lanes unit = marginal.unit();
  each_lane(
      unit.size(), [&](std::size_t i, double returned) { unit[i] *= 1 - returned; }, part);
}

}  // namespace shanhai::scheme
