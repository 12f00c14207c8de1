#include "scheme/company.hpp"

#include <algorithm>
#include <array>

namespace shanhai::scheme {
namespace {

constexpr std::size_t cash_row = 0;
constexpr std::size_t reserve_row = 1;
constexpr std::size_t retained_row = 2;
constexpr std::size_t losses_row = 3;
constexpr double reserve_rate = 0.1;
constexpr double reserve_limit = 0.5;  // of registered capital

}  // namespace

void Company::sign(Books& books, Rows& memory) const noexcept {
  build(books, memory);
  call_shortfall(books, memory);
}

void Company::apply(Books& books, Rows& memory) const noexcept {
  const Lanes profit = books.scratch(7);
  build(books, memory);
  earn(books, memory, profit);
  pay_tax(books, memory, profit);
  call_shortfall(books, memory);
  pay_dividend(books, memory, profit);
  if (books.year == books.shape.years) {
    liquidate(books, memory);
  }
}

// Planned calls come in, investment goes out.
void Company::build(Books& books, Rows& memory) const noexcept {
  const Operand called = books.draws->of(calls.at(books.year));
  const Operand registered = books.draws->of(capital);
  const Operand invested = books.draws->of(capex.at(books.year));
  const Lanes amount = books.scratch(1);
  const Lanes cash = memory[cash_row];
  const auto act = [&](std::size_t i, double part, double all, double out) {
    amount[i] = part * all;
    cash[i] += amount[i] - out;
  };
  each_lane(cash.size(), act, called, registered, invested);
  call(books, amount);
}

// Income of the year goes to cash; `profit` is what is left of it after depreciation.
void Company::earn(Books& books, Rows& memory, Lanes profit) const noexcept {
  const Operand part = books.level(share, books.scratch(0));
  const Operand earned = books.level(income, books.scratch(1));
  const Operand spent = books.level(operating, books.scratch(2));
  const Lanes pool = books[Books::Total::pool];
  const Lanes inflow = books[Books::Total::company_inflow];
  const Lanes cash = memory[cash_row];
  const auto act = [&](std::size_t i, double taken, double own, double out) {
    const double in = taken * pool[i];
    pool[i] -= in;
    inflow[i] += in;
    profit[i] = own + in - out;
    cash[i] += profit[i];
  };
  each_lane(profit.size(), act, part, earned, spent);
  for (int built = std::max(books.year - life, 0); built < books.year; ++built) {
    const Operand invested = books.draws->of(capex.at(built));
    each_lane(
        profit.size(), [&](std::size_t i, double worn) { profit[i] -= worn / life; }, invested);
  }
}

// A loss of the last five years offsets the profit, oldest first; `profit` becomes profit after tax.
void Company::pay_tax(Books& books, Rows& memory, Lanes profit) const noexcept {
  const Operand rate = books.level(tax, books.scratch(2));
  const Lanes cash = memory[cash_row];
  std::array<Lanes, loss_years> losses;
  for (std::size_t age = 0; age < loss_years; ++age) {
    losses[age] = memory[losses_row + age];
  }
  const auto act = [&](std::size_t i, double due) {
    double taxable = std::max(profit[i], 0.0);
    taxable -= std::min(taxable, losses[0][i]);
    for (std::size_t age = 1; age < loss_years; ++age) {
      const double used = std::min(taxable, losses[age][i]);
      losses[age - 1][i] = losses[age][i] - used;
      taxable -= used;
    }
    losses[loss_years - 1][i] = std::max(-profit[i], 0.0);
    profit[i] -= due * taxable;
    cash[i] -= due * taxable;
  };
  each_lane(profit.size(), act, rate);
}

void Company::call_shortfall(Books& books, Rows& memory) const noexcept {
  const Lanes amount = books.scratch(1);
  const Lanes cash = memory[cash_row];
  each_lane(cash.size(), [&](std::size_t i) {
    amount[i] = std::max(-cash[i], 0.0);
    cash[i] += amount[i];
  });
  call(books, amount);
}

void Company::pay_dividend(Books& books, Rows& memory, ConstLanes net) const noexcept {
  const Operand registered = books.draws->of(capital);
  const Operand part = books.year > no_dividend_years ? books.level(payout, books.scratch(2)) : Operand{0.0};
  const Lanes dividend = books.scratch(1);
  const Lanes cash = memory[cash_row];
  const Lanes reserve = memory[reserve_row];
  const Lanes retained = memory[retained_row];
  const auto act = [&](std::size_t i, double all, double paid) {
    const double after_losses = std::max(net[i] + std::min(retained[i], 0.0), 0.0);
    const double room = std::max(reserve_limit * all - reserve[i], 0.0);
    const double put_by = std::min(reserve_rate * after_losses, room);
    reserve[i] += put_by;
    retained[i] += net[i] - put_by;
    dividend[i] = std::min(paid * std::max(retained[i], 0.0), cash[i]);
    retained[i] -= dividend[i];
    cash[i] -= dividend[i];
  };
  each_lane(dividend.size(), act, registered, part);
  give(books, books.dividends, dividend);
}

// Cash and what the book value brings go to the owners.
void Company::liquidate(Books& books, Rows& memory) const noexcept {
  const Operand brings = books.level(residual, books.scratch(2));
  const Lanes amount = books.scratch(1);
  const Lanes cash = memory[cash_row];
  std::ranges::copy(cash, amount.begin());
  std::ranges::fill(cash, 0.0);
  for (int built = 0; built <= books.year; ++built) {
    const Operand invested = books.draws->of(capex.at(built));
    const double left = static_cast<double>(book_years_left(built, books.year)) / life;
    each_lane(
        amount.size(),
        [&](std::size_t i, double part, double built_for) { amount[i] += part * left * built_for; },
        brings,
        invested);
  }
  give(books, books.returned, amount);
}

int Company::book_years_left(int built, int now) const noexcept {
  return std::max(life - (now - built), 0);
}

void Company::call(Books& books, ConstLanes amount) const noexcept {
  give(books, books.calls, amount);
}

void Company::give(Books& books, Rows& to, ConstLanes amount) const noexcept {
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    const Operand stake = books.share(stakes, party, books.scratch(0));
    const Lanes row = to[party];
    each_lane(
        row.size(), [&](std::size_t i, double part) { row[i] += part * amount[i]; }, stake);
  }
}

void Company::follow(Books& books, const Rows& /*memory*/, Marginal& marginal) const noexcept {
  const Operand part = books.level(share, books.scratch(0));
  const Lanes unit = marginal.unit();
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    const Operand stake = books.share(stakes, party, books.scratch(1));
    const Lanes to_party = marginal.part[party];
    each_lane(
        unit.size(), [&](std::size_t i, double owned, double in) { to_party[i] += owned * in * unit[i]; }, stake, part);
  }
  each_lane(
      unit.size(), [&](std::size_t i, double in) { unit[i] *= 1 - in; }, part);
}

}  // namespace shanhai::scheme
