#include "run/realised.hpp"

namespace shanhai::run {
namespace {

using Line = flow::Ledger::Line;

Line line_of(Quantity quantity) noexcept {
  switch (quantity) {
    case Quantity::taxes:
      return Line::taxes;
    case Quantity::local:
      return Line::local;
    case Quantity::output:
      return Line::output;
    case Quantity::value_added:
      return Line::value_added;
    case Quantity::firms:
      return Line::firms;
  }
  return Line::local;
}

}  // namespace

void RealisedSums::add(const flow::Ledger& ledger) noexcept {
  for (std::size_t figure = 0; figure < figures_->size(); ++figure) {
    const Realised& of = (*figures_)[figure];
    if (!of.years.contains(ledger.year)) {
      continue;
    }
    const double so_far = of.quantity == Quantity::firms ? 0 : 1;
    const ConstLanes now = ledger[line_of(of.quantity)];
    const Lanes row = rows_[figure];
    each_lane(row.size(), [&](std::size_t i) { row[i] = so_far * row[i] + now[i]; });
  }
}

}  // namespace shanhai::run
