#include "run/valuation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include <boost/math/tools/toms748_solve.hpp>  // a bracketing root finder of ten years' standing; part of Boost, which we use anyway

#include "scheme/books.hpp"

namespace shanhai::run {

using scheme::money_tolerance;

namespace {

int sign_changes(std::span<const double> flows) {
  int changes = 0;
  double last = 0;
  for (const double flow : flows) {
    if (flow != 0) {
      changes += last != 0 && (flow > 0) != (last > 0) ? 1 : 0;
      last = flow;
    }
  }
  return changes;
}

// Even and odd powers apart: two short chains of dependent steps instead of a long one.
double polynomial(std::span<const double> coefficients, double x) {
  const double square = x * x;
  std::size_t left = coefficients.size();
  double even = left % 2 == 1 ? coefficients[--left] : 0.0;
  double odd = 0;
  for (; left > 0; left -= 2) {
    odd = odd * square + coefficients[left - 1];
    even = even * square + coefficients[left - 2];
  }
  return even + x * odd;
}

}  // namespace

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
  each_lane(discount.size(), [&](std::size_t i) { discount[i] = 1 / (1 + rate[i]); });
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

std::optional<double> internal_rate(std::span<const double> all) {
  SHANHAI_EXPECT(all.size() <= most_flows);
  const double largest = std::abs(*std::ranges::max_element(all, {}, [](double flow) { return std::abs(flow); }));
  std::array<double, most_flows> counted{};
  std::ranges::transform(
      all, counted.begin(), [&](double flow) { return std::abs(flow) > money_tolerance * largest ? flow : 0.0; });
  std::span<const double> flows(counted.data(), all.size());
  if (sign_changes(flows) != 1) {
    return std::nullopt;
  }
  while (flows.front() == 0) {
    flows = flows.subspan(1);  // waiting changes what the flows are worth, but not the rate at which that is nothing
  }
  // In the discount factor x = 1/(1 + r) the worth is a polynomial with one positive root.
  const double sign = std::copysign(1.0, flows.front());
  const auto worth = [&](double x) {
    return sign * polynomial(flows, x);
  };
  double low = 1;
  double high = 1;
  while (worth(high) > 0 && high < 1e12) {
    high *= 2;
  }
  while (worth(low) <= 0 && low > 1e-12) {
    low /= 2;
  }
  std::uintmax_t steps = 100;
  const auto near = boost::math::tools::eps_tolerance<double>(48);
  const auto bracket = boost::math::tools::toms748_solve(worth, low, high, near, steps);
  return 2 / (bracket.first + bracket.second) - 1;
}

}  // namespace shanhai::run
