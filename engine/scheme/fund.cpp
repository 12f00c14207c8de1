#include "scheme/fund.hpp"

#include <algorithm>
#include <cmath>

namespace shanhai::scheme {

void Fund::apply(Books& books, Rows& memory) const noexcept {
  const Operand part = books.level(share, books.scratch(0));
  const Operand spending = books.level(spend, books.scratch(1));
  const Operand charge = books.level(fee, books.scratch(2));
  const Operand mean = books.level(yield.mean, books.scratch(3));
  const Operand sd = books.level(yield.sd, books.scratch(4));
  const Operand added = books.level(match, books.scratch(5));
  const double link = yield.macro_link;
  const double own = std::sqrt(1 - link * link);
  const ConstLanes factor = (*books.ledger)[flow::Ledger::Line::factor];
  const ConstLanes shock = (*books.ledger)[flow::Ledger::Line::fund_shock];
  const ConstLanes pool = books.pool();
  const Lanes left = books.left();
  const Lanes inflow = books[Books::Total::fund_inflow];
  const Lanes spent = books[Books::Total::fund_spent];
  const Lanes value = memory[0];
  const auto act =
      [&](std::size_t i, double taken, double used, double charged, double usual, double spread, double more) {
        const double out = used * value[i];
        const double in = taken * pool[i];
        const double moved = usual + spread * (link * factor[i] + own * shock[i]);
        const double gain = moved < -1 ? -1.0 : moved;
        value[i] = (value[i] - out) * (1 - charged) * (1 + gain) + in * (1 + more);
        spent[i] += out;
        inflow[i] += in;
        left[i] = pool[i] - in;
      };
  each_lane(pool.size(), act, part, spending, charge, mean, sd, added);
  if (books.year == books.shape.years) {
    pay_out(books, value);
  }
}

void Fund::pay_out(Books& books, Lanes value) const noexcept {
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    const Operand owned = books.share(ownership, party, books.scratch(0));
    flow::add(
        books.returned, party, [&](std::size_t i, double stake) { return stake * value[i]; }, owned);
  }
  std::ranges::fill(value, 0.0);
}

void Fund::follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept {
  const Operand part = books.level(share, books.scratch(0));
  const Operand spending = books.level(spend, books.scratch(1));
  const ConstLanes value = memory[0];
  const Lanes unit = marginal.unit();
  const Lanes spent = marginal.spent();
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    const Operand owned = books.share(ownership, party, books.scratch(2));
    flow::add(
        marginal.part,
        party,
        [&](std::size_t i, double stake, double in) { return stake * in * unit[i]; },
        owned,
        part);
  }
  const auto act = [&](std::size_t i, double in, double used) {
    unit[i] *= 1 - in;
    spent[i] += used * value[i];
  };
  each_lane(unit.size(), act, part, spending);
}

}  // namespace shanhai::scheme
