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
  const double own = std::sqrt(1 - yield.macro_link * yield.macro_link);
  const ConstLanes factor = (*books.ledger)[flow::Ledger::Line::factor];
  const ConstLanes shock = (*books.ledger)[flow::Ledger::Line::fund_shock];
  const Lanes pool = books[Books::Total::pool];
  const Lanes inflow = books[Books::Total::fund_inflow];
  const Lanes spent = books[Books::Total::fund_spent];
  const Lanes value = memory[0];
  each_lane(pool.size(), [&](std::size_t i) {
    const double out = spending[i] * value[i];
    const double in = part[i] * pool[i];
    const double gain = std::max(mean[i] + sd[i] * (yield.macro_link * factor[i] + own * shock[i]), -1.0);
    value[i] = (value[i] - out) * (1 - charge[i]) * (1 + gain) + in;
    spent[i] += out;
    inflow[i] += in;
    pool[i] -= in;
  });
  if (books.year == books.shape.years) {
    pay_out(books, value);
  }
}

void Fund::pay_out(Books& books, Lanes value) const noexcept {
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    const Operand owned = books.share(ownership, party, books.scratch(0));
    const Lanes returned = books.returned[party];
    each_lane(value.size(), [&](std::size_t i) { returned[i] += owned[i] * value[i]; });
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
    const Lanes to_party = marginal.part[party];
    each_lane(unit.size(), [&](std::size_t i) { to_party[i] += owned[i] * part[i] * unit[i]; });
  }
  each_lane(unit.size(), [&](std::size_t i) {
    unit[i] *= 1 - part[i];
    spent[i] += spending[i] * value[i];
  });
}

}  // namespace shanhai::scheme
