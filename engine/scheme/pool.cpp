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
    const Lanes row = books.opened[stream];
    const double listed = books.pooled[stream] ? 1.0 : 0.0;
    each_lane(row.size(), [&](std::size_t i) {
      const double stays = row[i] * listed * part[i];
      unshared[i] += row[i] - stays;
      row[i] = stays;
    });
  }
  std::ranges::fill(pool, 0.0);
  for (std::size_t stream = 0; stream < books.shape.streams; ++stream) {
    const Lanes row = books.opened[stream];
    each_lane(row.size(), [&](std::size_t i) { pool[i] += row[i]; });
  }
}

}  // namespace shanhai::scheme
