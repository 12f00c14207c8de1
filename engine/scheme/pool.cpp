#include "scheme/pool.hpp"

#include <algorithm>

namespace shanhai::scheme {

void Pool::sign(Books& books, Rows& /*memory*/) const noexcept {
  for (std::size_t stream = 0; stream < books.shape.streams; ++stream) {
    books.standing().pooled[stream] = !streams || std::ranges::find(*streams, StreamRef{stream}) != streams->end();
  }
}

void Pool::apply(Books& books, Rows& /*memory*/) const noexcept {
  const Operand part = books.level(introduced, books.scratch(0));
  const Lanes unshared = books.kept[unshared_to.index];
  const Lanes all = books.let_in[books.shape.streams];
  std::ranges::fill(all, 0.0);
  for (std::size_t stream = 0; stream < books.shape.streams; ++stream) {
    const ConstLanes revenue = books.streams[stream];
    const Lanes row = books.let_in[stream];
    const double listed = books.standing().pooled[stream] ? 1.0 : 0.0;
    const auto act = [&](std::size_t i, double joint) {
      row[i] = revenue[i] * listed * joint;
      all[i] += row[i];
      unshared[i] += revenue[i] - row[i];
    };
    each_lane(row.size(), act, part);
    books.streams[stream] = row;
  }
  books.open(all);
}

}  // namespace shanhai::scheme
