#include "scheme/recover.hpp"

#include <algorithm>

namespace shanhai::scheme {
namespace {

bool complete(double target, double recovered) {
  return target - recovered <= money_tolerance * target;
}

}  // namespace

Operand Recover::target(const Books& books) const noexcept {
  return amount.own_costs ? Operand{books.standing().outlays->costs_so_far(party.index)}
                          : books.draws->of(amount.amount);
}

void Recover::apply(Books& books, Rows& memory) const noexcept {
  const Operand due = target(books);
  const Operand part = books.level(share, books.scratch(0));
  const ConstLanes pool = books.pool();
  const Lanes left = books.left();
  const Lanes recovering = books[Books::Total::recovering];
  const Lanes accrued = books.shared[party.index];
  const Lanes recovered = memory[0];
  const auto act = [&](std::size_t i, double wanted, double taken) {
    const double paid = std::min(taken * pool[i], std::max(wanted - recovered[i], 0.0));
    recovered[i] += paid;
    accrued[i] += paid;
    left[i] = pool[i] - paid;
    recovering[i] += complete(wanted, recovered[i]) ? 0.0 : 1.0;
  };
  each_lane(pool.size(), act, due, part);
}

void Recover::follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept {
  const Operand due = target(books);
  const Operand part = books.level(share, books.scratch(0));
  const ConstLanes recovered = memory[0];
  const Lanes unit = marginal.unit();
  const Lanes to_party = marginal.part[party.index];
  const auto act = [&](std::size_t i, double wanted, double in) {
    const double taken = complete(wanted, recovered[i]) ? 0.0 : in * unit[i];
    to_party[i] += taken;
    unit[i] -= taken;
  };
  each_lane(unit.size(), act, due, part);
}

}  // namespace shanhai::scheme
