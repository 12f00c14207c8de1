#include "scheme/waterfall.hpp"

#include <algorithm>

namespace shanhai::scheme {

Waterfall::Waterfall(const Scheme& scheme, const Displaced& displaced, flow::Shape shape)
    : scheme_(&scheme), displaced_(&displaced), books_(shape, scheme.clock == ContractClock::first_revenue) {
  for (const Clause& clause : scheme.clauses) {
    const std::size_t rows = std::visit([&](const auto& one) { return one.memory_rows(shape); }, clause);
    memory_.emplace_back(rows, shape.lanes);
  }
}

void Waterfall::sign(const flow::Draws& draws) noexcept {
  books_.draws = &draws;
  books_.begin(0);
  for (std::size_t clause = 0; clause < memory_.size(); ++clause) {
    memory_[clause].fill(0);
    const auto signing = [&](const auto& one) {
      if constexpr (Signing<std::remove_cvref_t<decltype(one)>>) {
        one.sign(books_, memory_[clause]);
      }
    };
    std::visit(signing, scheme_->clauses[clause]);
  }
  pay_costs(0);
}

void Waterfall::follow(Marginal& marginal) noexcept {
  marginal.part.fill(0);
  std::ranges::fill(marginal.unit(), 1.0);
  std::ranges::fill(marginal.spent(), 0.0);
  for (std::size_t clause = 0; clause < memory_.size(); ++clause) {
    const auto taking = [&](const auto& one) {
      if constexpr (Taking<std::remove_cvref_t<decltype(one)>>) {
        one.follow(books_, memory_[clause], marginal);
      }
    };
    std::visit(taking, scheme_->clauses[clause]);
  }
}

void Waterfall::open(const flow::Ledger& ledger) noexcept {
  books_.open(ledger);
  pay_costs(ledger.year);
  const bool opens_itself = !scheme_->clauses.empty() && stage_of(scheme_->clauses.front()) == Stage::opening;
  if (!opens_itself) {
    start_clock();
  }
}

void Waterfall::apply(std::size_t clause) noexcept {
  const Clause& acting = scheme_->clauses[clause];
  std::visit([&](const auto& one) { one.apply(books_, memory_[clause]); }, acting);
  if (stage_of(acting) == Stage::opening) {
    start_clock();
  }
}

// The pool is open: its size is what shares of it refer to, and money in it starts a clock that waits for revenue.
void Waterfall::start_clock() noexcept {
  const ConstLanes pool = books_[Books::Total::pool];
  std::ranges::copy(pool, books_[Books::Total::opened].begin());
  for (std::size_t i = 0; i < pool.size() && books_.own_clock; ++i) {
    if (books_.clock[i] == 0 && pool[i] > 0) {
      books_.clock[i] = 1;
    }
  }
}

void Waterfall::pay_costs(int year) noexcept {
  for (const Cost& cost : scheme_->costs) {
    if (cost.amount.at(year) == Number{0}) {
      continue;
    }
    const Operand amount = books_.draws->of(cost.amount.at(year));
    const Operand overrun = books_.draws->of(cost.overrun);
    for (std::size_t party = 0; party < books_.shape.parties && !cost.from.external; ++party) {
      const Operand part = books_.share(cost.from.shares, party, books_.scratch(0));
      const Lanes row = books_.costs[party];
      each_lane(
          row.size(),
          [&](std::size_t i, double share, double factor, double planned) { row[i] += share * factor * planned; },
          part,
          overrun,
          amount);
    }
  }
  for (std::size_t party = 0; party < books_.shape.parties; ++party) {
    const ConstLanes paid = books_.costs[party];
    const Lanes so_far = books_.costs_so_far[party];
    each_lane(so_far.size(), [&](std::size_t i) { so_far[i] += paid[i]; });
  }
}

// Payments that no clause decides: transfers, and revenue lost elsewhere. Both count their years from signing.
void Waterfall::pay(int year) noexcept {
  for (const Transfer& transfer : scheme_->transfers) {
    if (!transfer.years.contains(year)) {
      continue;
    }
    const Operand amount = books_.draws->of(transfer.amount.in(year));
    const Lanes receiver = books_.transfers[transfer.to.index];
    each_lane(
        receiver.size(), [&](std::size_t i, double paid) { receiver[i] += paid; }, amount);
    for (std::size_t party = 0; party < books_.shape.parties && !transfer.from.external; ++party) {
      const Operand part = books_.share(transfer.from.shares, party, books_.scratch(0));
      const Lanes row = books_.transfers[party];
      each_lane(
          row.size(), [&](std::size_t i, double share, double paid) { row[i] -= share * paid; }, part, amount);
    }
  }
  for (std::size_t party = 0; party < displaced_->of.size(); ++party) {
    if (!displaced_->of[party].values.empty()) {
      const Operand lost = books_.draws->of(displaced_->of[party].in(year));
      const Lanes row = books_.displaced[party];
      each_lane(
          row.size(), [&](std::size_t i, double amount) { row[i] = amount; }, lost);
    }
  }
}

void Waterfall::accrual(std::size_t party, Lanes out) const noexcept {
  const ConstLanes kept = books_.kept[party];
  const ConstLanes shared = books_.shared[party];
  each_lane(out.size(), [&](std::size_t i) { out[i] = kept[i] + shared[i]; });
}

void Waterfall::cash_flow(std::size_t party, Lanes out) const noexcept {
  accrual(party, out);
  const auto add = [&](const Rows& rows, double sign) {
    if (!rows.lent()) {
      return;
    }
    const ConstLanes row = rows[party];
    each_lane(out.size(), [&](std::size_t i) { out[i] += sign * row[i]; });
  };
  add(books_.deferred, 1);
  add(books_.dividends, 1);
  add(books_.returned, 1);
  add(books_.transfers, 1);
  add(books_.costs, -1);
  add(books_.calls, -1);
  add(books_.displaced, -1);
}

}  // namespace shanhai::scheme
