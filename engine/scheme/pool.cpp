#include "scheme/pool.hpp"

#include <algorithm>

namespace shanhai::scheme {

void Pool::sign(Books& books, Rows& /*memory*/) const noexcept {
  for (std::size_t stream = 0; stream < books.shape.streams; ++stream) {
    books.pooled[stream] = !streams || std::ranges::find(*streams, StreamRef{stream}) != streams->end();
  }
}

void Pool::apply(Books& books, Rows& /*memory*/) const noexcept {
  const Operand part = books.level(introduced, books.scratch(0));
  const Lanes pool = books[Books::Total::pool];
  const Lanes unshared = books.kept[unshared_to.index];
  for (std::size_t stream = 0; stream < books.shape.streams; ++stream) {
    const ConstLanes revenue = books.opened[stream];
    const Lanes row = books.let_in[stream];
    const double listed = books.pooled[stream] ? 1.0 : 0.0;
    const auto act = [&](std::size_t i, double joint) {
      row[i] = revenue[i] * listed * joint;
      unshared[i] += revenue[i] - row[i];
    };
    each_lane(row.size(), act, part);
    books.opened[stream] = row;
  }
  std::ranges::fill(pool, 0.0);
  for (std::size_t stream = 0; stream < books.shape.streams; ++stream) {
    const ConstLanes row = books.opened[stream];
    each_lane(row.size(), [&](std::size_t i) { pool[i] += row[i]; });
  }
}

}  // namespace shanhai::scheme
