#include "scheme/split.hpp"

#include <algorithm>

namespace shanhai::scheme {

void Split::sign(Books& books, Rows& memory) const noexcept {
  const auto pooled = static_cast<double>(std::ranges::count(books.standing().pooled, true));
  for (std::size_t stream = 0; 1 + stream < memory.size(); ++stream) {
    std::ranges::fill(memory[1 + stream], books.standing().pooled[stream] ? 1 / pooled : 0.0);
  }
}

void Split::apply(Books& books, Rows& memory) const noexcept {
  if (clock == SplitClock::recovered) {
    wait_for_recovery(books, memory[0]);
  }
  const Clock when = clock == SplitClock::recovered ? Clock{true, 0, memory[0]} : contract_clock(books);
  if (alike()) {
    give(books, memory, when, books.pool(), books.shared);
  } else {
    give_by_stream(books, when);
    if (books.standing().followed) {
      remember_weights(books, memory);
    }
  }
  books.empty_pool();
}

// Every stream has shrunk as the pool has.
void Split::give_by_stream(Books& books, const Clock& when) const noexcept {
  const ConstLanes pool = books.pool();
  const ConstLanes opened = books.opened();
  const bool whole = pool.data() == opened.data();
  const Lanes part_left = books.scratch(4);
  for (std::size_t i = 0; i < pool.size() && !whole; ++i) {
    part_left[i] = opened[i] > 0 ? pool[i] / opened[i] : 0.0;
  }
  const Operand left = whole ? Operand{1.0} : Operand{part_left};
  const Lanes given = books.scratch(7);
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    books.sum.clear();
    for (std::size_t stream = 0; stream < books.shape.streams; ++stream) {
      const ConstLanes revenue = books.streams[stream];
      const Operand part = share(books, when, party, stream, books.scratch(6));
      if (part.is_known()) {
        books.sum.add(revenue, part);
      } else {
        flow::add(
            books.shared,
            party,
            [&](std::size_t i, double own, double of) { return own * (of * revenue[i]); },
            part,
            left);
      }
    }
    books.sum.write(given);
    flow::add(
        books.shared, party, [&](std::size_t i, double of) { return of * given[i]; }, left);
  }
}

void Split::remember_weights(const Books& books, Rows& memory) noexcept {
  const ConstLanes pool = books.pool();
  const ConstLanes opened = books.opened();
  for (std::size_t stream = 0; stream < books.shape.streams; ++stream) {
    const Lanes weight = memory[1 + stream];
    const ConstLanes row = books.streams[stream];
    each_lane(pool.size(), [&](std::size_t i) {
      weight[i] = pool[i] > money_tolerance * opened[i] ? row[i] / opened[i] : weight[i];
    });
  }
}

void Split::wait_for_recovery(Books& books, Lanes since) noexcept {
  const ConstLanes pool = books.pool();
  const ConstLanes opened = books.opened();
  const ConstLanes recovering = books[Books::Total::recovering];
  each_lane(pool.size(), [&](std::size_t i) {
    const bool money_left = pool[i] > money_tolerance * opened[i];
    const bool begins = since[i] > 0 || (recovering[i] == 0 && money_left);
    since[i] += begins ? 1.0 : 0.0;
  });
}

void Split::follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept {
  Clock when = contract_clock(books);
  if (clock == SplitClock::recovered) {
    const Lanes next = books.scratch(5);
    std::ranges::transform(memory[0], next.begin(), [](double since) { return since > 0 ? since + 1 : 0.0; });
    when = {true, 0, next};
  }
  give(books, memory, when, marginal.unit(), marginal.part);
  std::ranges::fill(marginal.unit(), 0.0);
}

void Split::give(Books& books, const Rows& memory, const Clock& when, ConstLanes amount, LazyRows& to) const noexcept {
  const bool one = alike();
  for (std::size_t stream = 0; stream < (one ? 1 : books.shape.streams); ++stream) {
    for (std::size_t party = 0; party < books.shape.parties; ++party) {
      const Operand part = share(books, when, party, stream, books.scratch(6));
      const Operand weight = one ? Operand{1.0} : Operand{memory[1 + stream]};
      flow::add(
          to, party, [&](std::size_t i, double own, double of) { return own * (of * amount[i]); }, part, weight);
    }
  }
}

bool Split::alike() const noexcept {
  const auto one = [](const StreamShares& of) {
    return of.by_stream.size() == 1;
  };
  return shares ? one(*shares) : std::ranges::all_of(*phases, one, &Phase::shares);
}

const StreamShares& Split::in(int year) const noexcept {
  if (shares) {
    return *shares;
  }
  const int reached = std::max(year, 1);
  const auto phase = std::ranges::find_if(*phases, [&](const Phase& one) { return one.years.contains(reached); });
  return phase->shares;
}

Split::Clock Split::contract_clock(Books& books) const noexcept {
  if (!books.standing().own_clock()) {
    return {false, books.year, {}};
  }
  const Lanes by_lane = books.scratch(5);
  std::ranges::copy(books.standing().clock, by_lane.begin());
  return {true, 0, by_lane};
}

Operand Split::share(
    const Books& books, const Clock& when, std::size_t party, std::size_t stream, Lanes scratch) const noexcept {
  if (shares || !when.differs) {
    return books.share(in(when.year).of(stream), party, scratch);
  }
  each_lane(scratch.size(), [&](std::size_t i) {
    scratch[i] = books.share_in(in(static_cast<int>(when.by_lane[i])).of(stream), party, i);
  });
  return Operand{scratch};
}

}  // namespace shanhai::scheme
