#pragma once

#include <array>
#include <cstddef>

namespace shanhai::random {

/// A law of counts by its recursion: P(k) = P(k - 1) (a - c k) / k for k > first, starting from
/// P(first).
///
/// One entry per lane, so that one search serves the Poisson law (a = mean, c = 0) and the binomial
/// law (a = (n + 1) q, c = q, q = p / (1 - p)). Below `first` the law holds nothing worth counting.
/// Source: Panjer, "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12
/// (1981).
template <std::size_t width>
struct Panjer {
  double first = 0;
  std::array<double, width> at_first{};
  std::array<double, width> a{};
  std::array<double, width> c{};
};

/// The sum of whole numbers by halves, an order that vector units can follow.
template <std::size_t width>
double sum_by_halves(std::array<double, width> values) noexcept {
  for (std::size_t half = width / 2; half > 0; half /= 2) {
    for (std::size_t i = 0; i < half; ++i) {
      values[i] += values[i + half];
    }
  }
  return values[0];
}

/// Inverts the law: the smallest k with P(first) + ... + P(k) >= u, in every lane.
///
/// Ends in each lane also where a further term no longer moves the sum, so that u = 1 and rounding
/// cannot keep it from ending. A lane's result depends on that lane alone. Never decreases in u.
template <std::size_t width>
std::array<double, width> search_upward(const Panjer<width>& law, const std::array<double, width>& u) noexcept {
  // Steps between two looks whether any lane still searches; steps too many change nothing.
  constexpr std::size_t steps = width == 1 ? 1 : 4;
  std::array<double, width> p = law.at_first;
  std::array<double, width> sum = p;
  std::array<double, width> k{};
  std::array<double, width> moved{};
  k.fill(law.first);
  const auto advance = [&](std::size_t i, double next, double inverse) {
    p[i] *= (law.a[i] - law.c[i] * next) * inverse;
    const double before = sum[i];
    sum[i] += p[i];
    // Numbers where truth values would do: mixed types keep older vector units from this loop.
    const double grows = sum[i] > before ? 1 : 0;
    moved[i] = before < u[i] ? grows : 0;
    k[i] += moved[i];
  };
  double next = law.first;
  do {
    std::array<double, steps> inverse{};
    for (std::size_t step = 0; step < steps; ++step) {
      inverse[step] = 1 / (next + static_cast<double>(step + 1));
    }
    for (std::size_t i = 0; i < width; ++i) {
      for (std::size_t step = 0; step < steps; ++step) {
        advance(i, next + static_cast<double>(step + 1), inverse[step]);
      }
    }
    next += static_cast<double>(steps);
  } while (sum_by_halves(moved) > 0);
  return k;
}

}  // namespace shanhai::random
