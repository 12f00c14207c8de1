#include "scheme/floor.hpp"

#include <algorithm>
#include <utility>

namespace shanhai::scheme {

void Floor::apply(Books& books, Rows& /*memory*/) const noexcept {
  const Lanes missing = books.scratch(0);
  shortfall(books, missing);
  const Lanes calls = books.floor_calls[party.index];
  each_lane(missing.size(), [&](std::size_t i) { calls[i] += missing[i] > 0 ? 1.0 : 0.0; });
  if (from.external) {
    pay(books, missing, books.shape.parties);
    return;
  }
  for (std::size_t payer = 0; payer < books.shape.parties; ++payer) {
    if (may_pay(payer)) {
      pay(books, missing, payer);
    }
  }
}

bool Floor::may_pay(std::size_t payer) const noexcept {
  const Number& part = from.shares.of[payer];
  return !from.external && (payer == from.shares.rest || !part.is_known() || part.value > 0);
}

void Floor::shortfall(Books& books, Lanes missing) const noexcept {
  const Operand due = books.level(amount.level, books.scratch(1));
  const Operand principal = amount.of ? books.draws->of(*amount.of) : Operand{1.0};
  const Operand runs = books.running(years, books.scratch(2));
  const ConstLanes accrued = std::as_const(books.shared)[party.index];
  const ConstLanes dividends = std::as_const(books.dividends)[party.index];
  const ConstLanes opened = books.opened();
  const double counted = count_dividends ? 1.0 : 0.0;
  const auto act = [&](std::size_t i, double level, double of, double running) {
    const double guaranteed = level * of;
    const double lacks = running * (guaranteed - accrued[i] - counted * dividends[i]);
    missing[i] = lacks > money_tolerance * std::max(guaranteed, opened[i]) ? lacks : 0.0;
  };
  each_lane(missing.size(), act, due, principal, runs);
}

void Floor::pay(Books& books, ConstLanes missing, std::size_t payer) const noexcept {
  const bool outside = payer == books.shape.parties;
  const Operand part = outside ? Operand{1.0} : books.share(from.shares, payer, books.scratch(3));
  const Operand keeps = books.level(fulfilment, books.scratch(4));
  const Operand promise = books.kept_promise(payer, keeps, books.scratch(5));
  const Lanes accrued = books.shared[party.index];
  const Lanes payer_accrued = outside ? books.scratch(6) : books.shared[payer];
  const Lanes broken = books.broken[party.index];
  const auto act = [&](std::size_t i, double kept, double share) {
    const double paid = kept * share * missing[i];
    accrued[i] += paid;
    payer_accrued[i] -= paid;
    broken[i] += missing[i] > 0 ? 1 - kept : 0.0;
  };
  each_lane(missing.size(), act, promise, part);
}

}  // namespace shanhai::scheme
