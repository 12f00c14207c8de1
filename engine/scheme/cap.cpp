#include "scheme/cap.hpp"

#include <algorithm>

namespace shanhai::scheme {
namespace {

bool reached(double limit, double so_far) {
  return so_far >= limit * (1 - money_tolerance);
}

}  // namespace

void Cap::apply(Books& books, Rows& memory) const noexcept {
  const Operand limit = total ? books.draws->of(*total) : books.level(*yearly, books.scratch(0));
  const Lanes accrued = books.shared[party.index];
  const Lanes beneficiary = books.shared[excess_to.index];
  const Lanes capped = books.capped[party.index];
  const Lanes so_far = memory[0];
  const double carried = total ? 1.0 : 0.0;
  const auto act = [&](std::size_t i, double most) {
    const double room = std::max(most - carried * so_far[i], 0.0);
    const double over = accrued[i] - room;
    const double excess = over > money_tolerance * std::max(accrued[i], most) ? over : 0.0;
    accrued[i] -= excess;
    beneficiary[i] += excess;
    so_far[i] += accrued[i];
    capped[i] = excess > 0 || (total && reached(most, so_far[i])) ? 1.0 : capped[i];
  };
  each_lane(accrued.size(), act, limit);
}

// A party whose total is reached gains nothing from a further unit.
void Cap::follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept {
  if (!total) {
    return;
  }
  const Operand limit = books.draws->of(*total);
  const ConstLanes so_far = memory[0];
  const Lanes part = marginal.part[party.index];
  each_lane(
      part.size(), [&](std::size_t i, double most) { part[i] = reached(most, so_far[i]) ? 0.0 : part[i]; }, limit);
}

}  // namespace shanhai::scheme
