#include "scheme/books.hpp"

#include <algorithm>

#include "scheme/share.hpp"

namespace shanhai::scheme {

Books::Books(flow::Shape size)
    : shape(size),
      streams(size.streams),
      sum(size.streams),
      let_in(size.streams + 1, size.lanes),
      kept(size.parties, size.lanes),
      shared(size.parties, size.lanes),
      deferred(size.parties, size.lanes),
      dividends(size.parties, size.lanes),
      returned(size.parties, size.lanes),
      calls(size.parties, size.lanes),
      floor_calls(size.parties, size.lanes),
      broken(size.parties, size.lanes),
      capped(size.parties, size.lanes),
      credited_output(size.parties, size.lanes),
      credited_value_added(size.parties, size.lanes),
      left_(1, size.lanes),
      nothing_(1, size.lanes),
      pool_(nothing_[0]),
      opened_(pool_),
      totals_(total_count, size.lanes),
      scratch_(scratch_count, size.lanes) {}

void Books::begin(int t) noexcept {
  year = t;
  if (t == 0) {
    std::ranges::fill(standing_->clock, 0);
  }
  for (int& of_lane : standing_->clock) {
    of_lane += of_lane > 0 ? 1 : 0;
  }
}

void Books::clear() noexcept {
  totals_.clear();
  for (LazyRows* rows : {&kept,
                         &shared,
                         &deferred,
                         &dividends,
                         &returned,
                         &calls,
                         &floor_calls,
                         &broken,
                         &capped,
                         &credited_output,
                         &credited_value_added}) {
    rows->clear();
  }
}

void Books::open(const flow::Ledger& of_year) noexcept {
  ledger = &of_year;
  for (std::size_t stream = 0; stream < shape.streams; ++stream) {
    streams[stream] = of_year.local[stream];
  }
  open(of_year[flow::Ledger::Line::local]);
}

Operand Books::level(const Levels& levels, Lanes scratch_row) const noexcept {
  if (!standing_->own_clock() || levels.values.size() == 1) {
    return draws->of(levels.in(year));
  }
  each_lane(lanes(), [&](std::size_t i) { scratch_row[i] = draws->of(levels.in(standing_->clock[i]))[i]; });
  return Operand{scratch_row};
}

Operand Books::running(const std::optional<YearRange>& years, Lanes scratch_row) const noexcept {
  if (!standing_->own_clock() || !years) {
    return Operand{!years || years->contains(year) ? 1.0 : 0.0};
  }
  each_lane(lanes(), [&](std::size_t i) { scratch_row[i] = years->contains(standing_->clock[i]) ? 1.0 : 0.0; });
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
  return share_of(shares, party, *draws, scratch_row);
}

double Books::share_in(const Shares& shares, std::size_t party, std::size_t lane) const noexcept {
  return scheme::share_in(shares, party, *draws, lane);
}

}  // namespace shanhai::scheme
