#include "random/binomial.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "random/count_lanes.hpp"
#include "random/math.hpp"
#include "random/saddle_point.hpp"
#include "random/single_math.hpp"

namespace shanhai::random {
namespace {

bool in_range(double n, double p) noexcept {
  return n >= 0 && n <= largest_binomial_n && p >= 0 && p <= 1;
}

/// The rarer of success and failure, which is the one that is counted.
template <class T>
[[gnu::always_inline]] inline T rarer(T p) noexcept {
  return p > T{0.5} ? 1 - p : p;
}

/// What the search looks for, counted in the rarer.
template <class T>
[[gnu::always_inline]] inline T target(T p, T u) noexcept {
  return p > T{0.5} ? 1 - u : u;
}

/// Successes from the count of the rarer.
template <class T>
[[gnu::always_inline]] inline T successes(T n, T p, T count) noexcept {
  return p > T{0.5} ? n - count : count;
}

/// P(0) = (1 - p)^n.
double none_of(double n, double rare) noexcept {
  return exp(n * log1p(-rare));
}

[[gnu::always_inline]] inline bool is_single(float n, float p, float u) noexcept {
  return (within(n, 0, static_cast<float>(largest_binomial_n)) & within(p, 0, 1) &
          within(n * rarer(p), 0, single_mean) & within(u, 0, 1)) != 0;
}

void search(ConstSingles n, ConstSingles p, ConstSingles u, Singles out) noexcept {
  Searches searches;
  std::uint32_t others = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool good = is_single(n[i], p[i], u[i]);
    others += good ? 0U : 1U;
    const float rare = good ? rarer(p[i]) : 0.0F;
    const float number = good ? n[i] : 0.0F;
    const float odds = rare / (1 - rare);
    searches.none[i] = single_exp(number * single_log1p(-rare));
    searches.a[i] = (number + 1) * odds;
    searches.c[i] = odds;
    searches.u[i] = good ? target(p[i], u[i]) : 0.0F;
  }
  searches.run();
  for (std::size_t i = 0; i < out.size(); ++i) {
    const float count = searches.found[i];
    out[i] = successes(n[i], p[i], count < n[i] ? count : n[i]);  // rounding leaves nothing beyond n
  }
  for (std::size_t i = 0; i < out.size() && others > 0; ++i) {
    if (!is_single(n[i], p[i], u[i])) {
      out[i] =
          static_cast<float>(binomial(static_cast<double>(n[i]), static_cast<double>(p[i]), static_cast<double>(u[i])));
    }
  }
}

}  // namespace

double binomial(double n, double p, double u) noexcept {
  if (!in_range(n, p) || std::isnan(u)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double rare = rarer(p);
  const double start = search_start(n * rare, n * rare * (1 - rare));
  const double odds = rare / (1 - rare);
  const double at_start = start > 0 ? binomial_probability(start, n, rare) : none_of(n, rare);
  return successes(
      n,
      p,
      search_upward<double, 1>(
          static_cast<std::size_t>(start), {Panjer<double>{at_start, (n + 1) * odds, odds}}, {target(p, u)})[0]);
}

void binomial(ConstSingles n, ConstSingles p, ConstSingles u, Singles out) noexcept {
  SHANHAI_EXPECT(n.size() == out.size() && p.size() == out.size() && u.size() == out.size());
  for (std::size_t at = 0; at < out.size(); at += search_chunk) {
    const std::size_t count = std::min(search_chunk, out.size() - at);
    search(n.subspan(at, count), p.subspan(at, count), u.subspan(at, count), out.subspan(at, count));
  }
}

}  // namespace shanhai::random
