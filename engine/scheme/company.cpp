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

// At signing planned calls come in and investment goes out; what is then missing is called too.
void Company::sign(Books& books, Rows& memory) const noexcept {
  const Lanes cash = memory[cash_row];
  const Lanes called = books.scratch(1);
  const auto act = [&](std::size_t i, double part, double all, double invested) {
    const double planned = part * all;
    const double missing = std::max(invested - planned, 0.0);
    cash[i] = planned - invested + missing;
    called[i] = planned + missing;
  };
  each_lane(cash.size(),
            act,
            books.draws->of(calls.at(books.year)),
            books.draws->of(capital),
            books.draws->of(capex.at(books.year)));
  give(books, books.calls, called);
}

void Company::apply(Books& books, Rows& memory) const noexcept {
  const Lanes called = books.scratch(6);
  const Lanes profit = books.scratch(7);
  earn(books, memory, profit);
  settle_year(books, memory, profit, called);
  give(books, books.calls, called);
  give(books, books.dividends, profit);
  if (books.year == books.shape.years) {
    liquidate(books, memory);
  }
}

// Takes its part of the pool; `profit` is what is left of income after operating cost.
void Company::earn(Books& books, Rows& memory, Lanes profit) const noexcept {
  const ConstLanes pool = books.pool();
  const Lanes left = books.left();
  const Lanes inflow = books[Books::Total::company_inflow];
  const Lanes cash = memory[cash_row];
  const auto act = [&](std::size_t i, double taken, double own, double out) {
    const double in = taken * pool[i];
    left[i] = pool[i] - in;
    inflow[i] += in;
    profit[i] = own + in - out;
    cash[i] += profit[i];
  };
  each_lane(profit.size(),
            act,
            books.level(share, books.scratch(0)),
            books.level(income, books.scratch(1)),
            books.level(operating, books.scratch(2)));
}

// What a year wears off, straight-line from the year after building.
Operand Company::depreciation(const Books& books, Lanes scratch) const noexcept {
  double known = 0;
  bool drawn = false;
  for (int built = std::max(books.year - life, 0); built < books.year; ++built) {
    const Number invested = capex.at(built);
    known += invested.is_known() ? invested.value / life : 0.0;
    drawn = drawn || !invested.is_known();
  }
  if (!drawn) {
    return Operand{known};
  }
  std::ranges::fill(scratch, known);
  for (int built = std::max(books.year - life, 0); built < books.year; ++built) {
    if (const Number invested = capex.at(built); !invested.is_known()) {
      const Operand amount = books.draws->of(invested);
      each_lane(scratch.size(), [&](std::size_t i) { scratch[i] += amount[i] / life; });
    }
  }
  return Operand{scratch};
}

// One loop, so that what the company holds passes through registers: calls, tax on the profit after losses of the last
// five years (oldest first), the call of what is missing, the statutory reserve, the dividend. `profit` becomes the
// dividend.
void Company::settle_year(Books& books, Rows& memory, Lanes profit, Lanes called) const noexcept {
  const Lanes cash = memory[cash_row];
  const Lanes reserve = memory[reserve_row];
  const Lanes retained = memory[retained_row];
  std::array<Lanes, loss_years> losses;
  for (std::size_t age = 0; age < loss_years; ++age) {
    losses[age] = memory[losses_row + age];
  }
  const auto act = [&](std::size_t i, double part, double all, double built, double worn, double rate, double paid) {
    const double earned = profit[i] - worn;
    double taxable = std::max(earned, 0.0);
    taxable -= std::min(taxable, losses[0][i]);
    for (std::size_t age = 1; age < loss_years; ++age) {
      const double used = std::min(taxable, losses[age][i]);
      losses[age - 1][i] = losses[age][i] - used;
      taxable -= used;
    }
    losses[loss_years - 1][i] = std::max(-earned, 0.0);
    const double net = earned - rate * taxable;
    const double held = cash[i] + (part * all - built) - rate * taxable;
    const double missing = std::max(-held, 0.0);
    called[i] = part * all + missing;
    const double after_losses = std::max(net + std::min(retained[i], 0.0), 0.0);
    const double room = std::max(reserve_limit * all - reserve[i], 0.0);
    const double put_by = std::min(reserve_rate * after_losses, room);
    const double kept = retained[i] + (net - put_by);
    const double dividend = std::min(paid * std::max(kept, 0.0), held + missing);
    reserve[i] += put_by;
    retained[i] = kept - dividend;
    cash[i] = held + missing - dividend;
    profit[i] = dividend;
  };
  each_lane(profit.size(),
            act,
            books.draws->of(calls.at(books.year)),
            books.draws->of(capital),
            books.draws->of(capex.at(books.year)),
            depreciation(books, books.scratch(0)),
            books.level(tax, books.scratch(1)),
            books.year > no_dividend_years ? books.level(payout, books.scratch(2)) : Operand{0.0});
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

void Company::give(Books& books, LazyRows& to, ConstLanes amount) const noexcept {
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    const Operand stake = books.share(stakes, party, books.scratch(0));
    flow::add(
        to, party, [&](std::size_t i, double part) { return part * amount[i]; }, stake);
  }
}

void Company::follow(Books& books, const Rows& /*memory*/, Marginal& marginal) const noexcept {
  const Operand part = books.level(share, books.scratch(0));
  const Lanes unit = marginal.unit();
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    const Operand stake = books.share(stakes, party, books.scratch(1));
    flow::add(
        marginal.part,
        party,
        [&](std::size_t i, double owned, double in) { return owned * in * unit[i]; },
        stake,
        part);
  }
  each_lane(
      unit.size(), [&](std::size_t i, double in) { unit[i] *= 1 - in; }, part);
}

}  // namespace shanhai::scheme
