#include "scheme/settle.hpp"

#include <utility>

namespace shanhai::scheme {

void Settle::apply(Books& books, Rows& memory) const noexcept {
  const bool last_year = books.year == books.shape.years;
  const Lanes holder = books.deferred[held_by.index];
  const Lanes paid = books.scratch(0);
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    if (party == held_by.index) {
      continue;
    }
    const std::size_t first = party * (1 + span());
    const Lanes owed = memory[first];
    const auto due_in = [&](int year) {
      return memory[first + 1 + static_cast<std::size_t>(year) % span()];
    };
    const ConstLanes kept = std::as_const(books.kept)[party];
    const ConstLanes shared = std::as_const(books.shared)[party];
    for (int part = 0; part < instalments; ++part) {
      const Lanes due = due_in(books.year + lag + part);
      each_lane(owed.size(), [&](std::size_t i) { due[i] += (kept[i] + shared[i]) / instalments; });
    }
    const Lanes due = due_in(books.year);
    const Lanes deferred = books.deferred[party];
    each_lane(owed.size(), [&](std::size_t i) {
      owed[i] += kept[i] + shared[i];
      paid[i] = last_year ? owed[i] : due[i];
      owed[i] -= paid[i];
      due[i] = 0;
      deferred[i] += paid[i] - (kept[i] + shared[i]);
      holder[i] -= paid[i] - (kept[i] + shared[i]);
    });
  }
}

}  // namespace shanhai::scheme
