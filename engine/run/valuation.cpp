#include "run/valuation.hpp"

#include <algorithm>
#include <cmath>

#include "scheme/books.hpp"

namespace shanhai::run {

using scheme::money_tolerance;

void Valuation::value(const Rows& flows, flow::Operand rate) noexcept {
  look_back(flows, rate);
  pay_back(flows);
}

// From the end: what is worth staying for at t is what comes after t, and all of it at signing is the NPV.
void Valuation::look_back(const Rows& flows, flow::Operand rate) noexcept {
  const Lanes worth = npv();
  const Lanes gross = size();
  const Lanes discount = row[3];
  std::ranges::fill(worth, 0.0);
  std::ranges::fill(gross, 0.0);
  each_lane(
      discount.size(), [&](std::size_t i, double nominal) { discount[i] = 1 / (1 + nominal); }, rate);
  for (std::size_t year = leave.size(); year > 0; --year) {
    const ConstLanes next = flows[year];
    const Lanes leaves = leave[year - 1];
    each_lane(worth.size(), [&](std::size_t i) {
      worth[i] = (worth[i] + next[i]) * discount[i];
      gross[i] = (gross[i] + std::abs(next[i])) * discount[i];
      leaves[i] = worth[i] < -money_tolerance * gross[i] ? 1.0 : 0.0;
    });
  }
  const ConstLanes first = flows[0];
  each_lane(worth.size(), [&](std::size_t i) {
    worth[i] += first[i];
    gross[i] += std::abs(first[i]);
  });
}

void Valuation::pay_back(const Rows& flows) noexcept {
  const Lanes year_back = payback();
  const Lanes cumulative = row[3];
  std::ranges::fill(year_back, 0.0);
  std::ranges::fill(cumulative, 0.0);
  const Lanes gross = row[4];
  std::ranges::fill(gross, 0.0);
  for (std::size_t year = 0; year < flows.size(); ++year) {
    const ConstLanes flow = flows[year];
    each_lane(year_back.size(), [&](std::size_t i) {
      cumulative[i] += flow[i];
      gross[i] += std::abs(flow[i]);
      const bool below = cumulative[i] < -money_tolerance * gross[i];
      year_back[i] = below ? static_cast<double>(year + 1) : year_back[i];
    });
  }
}

}  // namespace shanhai::run
