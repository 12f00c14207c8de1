#include "scheme/books.hpp"

#include <algorithm>

namespace shanhai::scheme {

Books::Books(flow::Shape size, bool lanes_have_own_clock)
    : shape(size),
      own_clock(lanes_have_own_clock),
      clock(size.lanes, 0),
      pooled(size.streams, true),
      opened(size.streams),
      let_in(size.streams, size.lanes),
      kept(size.parties, size.lanes),
      shared(size.parties, size.lanes),
      deferred(size.parties, size.lanes),
      dividends(size.parties, size.lanes),
      returned(size.parties, size.lanes),
      calls(size.parties, size.lanes),
      costs(size.parties, size.lanes),
      costs_so_far(size.parties, size.lanes),
      transfers(size.parties, size.lanes),
      displaced(size.parties, size.lanes),
      floor_calls(size.parties, size.lanes),
      broken(size.parties, size.lanes),
      capped(size.parties, size.lanes),
      credited_output(size.parties, size.lanes),
      credited_value_added(size.parties, size.lanes),
      scratch_(scratch_count, size.lanes) {
  for (Rows& total : totals_) {
    total = Rows(1, size.lanes);
  }
}

void Books::begin(int t) noexcept {
  if (t == 0) {
    std::fill(clock.begin(), clock.end(), 0);
    costs_so_far.fill(0);
  }
  year = t;
  const auto clear = [](Rows& rows) {
    if (rows.lent()) {
      rows.fill(0);
    }
  };
  std::ranges::for_each(totals_, clear);
  for (Rows* rows : {&kept,
                     &shared,
                     &deferred,
                     &dividends,
                     &returned,
                     &calls,
                     &costs,
                     &transfers,
                     &displaced,
                     &floor_calls,
                     &broken,
                     &capped,
                     &credited_output,
                     &credited_value_added}) {
    clear(*rows);
  }
  for (int& lane_year : clock) {
    if (!own_clock) {
      lane_year = t;
    } else if (lane_year > 0) {
      ++lane_year;
    }
  }
}

void Books::open(const flow::Ledger& of_year) noexcept {
  ledger = &of_year;
  const Lanes pool = (*this)[Total::pool];
  for (std::size_t stream = 0; stream < shape.streams; ++stream) {
    const ConstLanes revenue = of_year.local[stream];
    opened[stream] = revenue;
    each_lane(pool.size(), [&](std::size_t i) { pool[i] += revenue[i]; });
  }
}

Operand Books::level(const Levels& levels, Lanes scratch_row) const noexcept {
  if (!own_clock || levels.values.size() == 1) {
    return draws->of(levels.in(year));
  }
  each_lane(lanes(), [&](std::size_t i) { scratch_row[i] = draws->of(levels.in(clock[i]))[i]; });
  return Operand{scratch_row};
}

Operand Books::running(const std::optional<YearRange>& years, Lanes scratch_row) const noexcept {
  if (!own_clock || !years) {
    return Operand{!years || years->contains(year) ? 1.0 : 0.0};
  }
  each_lane(lanes(), [&](std::size_t i) { scratch_row[i] = years->contains(clock[i]) ? 1.0 : 0.0; });
  return Operand{scratch_row};
}

Operand Books::kept_promise(std::size_t payer, Operand fulfilment, Lanes scratch_row) const noexcept {
  if (ledger->expected) {
    return fulfilment;
  }
  const ConstLanes chance = ledger->promise[payer];
  each_lane(lanes(), [&](std::size_t i) { scratch_row[i] = chance[i] < fulfilment[i] ? 1.0 : 0.0; });
  return Operand{scratch_row};
}

Operand Books::share(const Shares& shares, std::size_t party, Lanes scratch_row) const noexcept {
  if (party != shares.rest) {
    return draws->of(shares.of[party]);
  }
  each_lane(lanes(), [&](std::size_t i) { scratch_row[i] = share_in(shares, party, i); });
  return Operand{scratch_row};
}

double Books::share_in(const Shares& shares, std::size_t party, std::size_t lane) const noexcept {
  if (party != shares.rest) {
    return draws->of(shares.of[party])[lane];
  }
  double left = 1;
  for (std::size_t other = 0; other < shares.of.size(); ++other) {
    if (other != party) {
      left -= draws->of(shares.of[other])[lane];
    }
  }
  return left;
}

}  // namespace shanhai::scheme
