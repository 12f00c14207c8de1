#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>

#include <boost/math/tools/toms748_solve.hpp>

#include "run/internal_rate.hpp"
#include "scheme/books.hpp"

/// The plain twin of InternalRates: one path at a time, by Alefeld, Potra, Shi, "Algorithm 748", ACM TOMS 21 (1995).
namespace shanhai::run {

inline int sign_changes(std::span<const double> flows) {
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
inline double polynomial(std::span<const double> coefficients, double x) {
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

inline std::optional<double> internal_rate(std::span<const double> all) {
  SHANHAI_EXPECT(all.size() <= most_flows);
  const double largest = std::abs(*std::ranges::max_element(all, {}, [](double flow) { return std::abs(flow); }));
  std::array<double, most_flows> counted{};
  std::ranges::transform(all, counted.begin(), [&](double flow) {
    return std::abs(flow) > scheme::money_tolerance * largest ? flow : 0.0;
  });
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
