#include "run/controls.hpp"

#include <numeric>

namespace shanhai::run {

Controls::Controls(const Scenario& scenario, const std::vector<double>& worth, std::size_t lanes)
    : worth_(worth), ahead_(worth), rows_(worth.empty() ? 0 : count(scenario), lanes) {
  std::partial_sum(worth_.rbegin(), worth_.rend(), ahead_.rbegin());
  for (const UncertainNumber& number : scenario.uncertain) {
    means_.push_back(mean(number.law));
  }
}

std::size_t Controls::count(const Scenario& scenario) {
  return 2 * economy::surprises(scenario.revenue) + scenario.uncertain.size();
}

void Controls::add(const flow::Ledger& ledger) noexcept {
  const auto year = static_cast<std::size_t>(ledger.year - 1);
  for (std::size_t surprise = 0; surprise < ledger.surprise.size(); ++surprise) {
    const ConstLanes row = ledger.surprise[surprise];
    const Lanes now = rows_[2 * surprise];
    const Lanes lasting = rows_[2 * surprise + 1];
    each_lane(row.size(), [&](std::size_t i) {
      now[i] += worth_[year] * row[i];
      lasting[i] += ahead_[year] * row[i];
    });
  }
}

void Controls::finish(const flow::Draws& draws) noexcept {
  for (std::size_t number = 0; number < means_.size() && rows_.size() > 0; ++number) {
    const flow::Operand drawn = draws.of({means_[number], number});
    const Lanes row = rows_[rows_.size() - means_.size() + number];
    each_lane(row.size(), [&](std::size_t i) { row[i] = drawn[i] - means_[number]; });
  }
}

}  // namespace shanhai::run
