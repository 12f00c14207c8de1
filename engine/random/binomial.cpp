#include "random/binomial.hpp"

#include <algorithm>
#include <cmath>
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

/// log(1 - rare) = -2 artanh(rare / (2 - rare)) for rare up to 1/2, where the series after its seventh term is 1e-7 of
/// the whole.
[[gnu::always_inline]] inline float log_of_rest(float rare) noexcept {
  const float x = rare / (2 - rare);
  const float square = x * x;
  const float fourth = square * square;
  const float p01 = 1 + square * (1 / 3.0F);
  const float p23 = 1 / 5.0F + square * (1 / 7.0F);
  const float p45 = 1 / 9.0F + square * (1 / 11.0F);
  return -2 * x * (p01 + fourth * (p23 + fourth * (p45 + fourth * (1 / 13.0F))));
}

[[gnu::always_inline]] inline bool is_single(float n, float p, float u) noexcept {
  const float rare = rarer(p);  // below 0 for p beyond [0, 1]
  return (within(n, 0, static_cast<float>(largest_binomial_n)) & (rare >= 0 ? 1U : 0U) &
          (n * rare <= single_mean ? 1U : 0U) & within(u, 0, 1)) != 0;
}

/// Where the searches of many lanes leave one out.
float search_alone(const Panjer<float>& law, float n, float p, float u) noexcept {
  return is_single(n, p, u)
             ? successes(n, p, std::min(search_upward(0, law, target(p, u)), n))
             : static_cast<float>(binomial(static_cast<double>(n), static_cast<double>(p), static_cast<double>(u)));
}

void search(ConstSingles n, ConstSingles p, ConstSingles u, Singles out) noexcept {
  Searches searches(out.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool good = is_single(n[i], p[i], u[i]);
    const float rare = good ? rarer(p[i]) : 0.0F;
    const float number = good ? n[i] : 0.0F;
    const float odds = rare / (1 - rare);
    searches.none[i] = single_exp_within(number * log_of_rest(rare));
    searches.a[i] = (number + 1) * odds;
    searches.c[i] = odds;
    searches.u[i] = good ? target(p[i], u[i]) : Searches::beyond;
  }
  const bool complete = searches.run();
  for (std::size_t i = 0; i < out.size(); ++i) {
    const float count = searches.found[i];
    out[i] = successes(n[i], p[i], count < n[i] ? count : n[i]);  // rounding leaves nothing beyond n
  }
  for (std::size_t i = 0; i < out.size() && !complete; ++i) {
    out[i] = std::isnan(searches.found[i]) ? search_alone(searches.law(i), n[i], p[i], u[i]) : out[i];
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
  const Panjer<double> law{at_start, (n + 1) * odds, odds};
  return successes(n, p, search_upward<double>(static_cast<std::size_t>(start), law, target(p, u)));
}

void binomial(ConstSingles n, ConstSingles p, ConstSingles u, Singles out) noexcept {
  SHANHAI_EXPECT(n.size() == out.size() && p.size() == out.size() && u.size() == out.size());
  for (std::size_t at = 0; at < out.size(); at += search_chunk) {
    const std::size_t count = std::min(search_chunk, out.size() - at);
    search(n.subspan(at, count), p.subspan(at, count), u.subspan(at, count), out.subspan(at, count));
  }
}

}  // namespace shanhai::random
