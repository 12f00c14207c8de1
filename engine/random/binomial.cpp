#include "random/binomial.hpp"

#include "random/count_lanes.hpp"
#include "random/math.hpp"
#include "random/panjer.hpp"
#include "random/saddle_point.hpp"

namespace shanhai::random {
namespace {

bool in_range(double n, double p) noexcept {
  return n >= 0 && n <= largest_binomial_n && p >= 0 && p <= 1;
}

/// The rarer of success and failure, which is the one that is counted.
double rarer(double p) noexcept {
  return p > 0.5 ? 1 - p : p;
}

double start_of(double n, double p) noexcept {
  const double rare = rarer(p);
  return search_start(n * rare, n * rare * (1 - rare));
}

/// All lanes from `start` upward. P(0) = (1 - p)^n; from another start P(start) as given.
template <std::size_t width>
std::array<double, width> search(double start,
                                 const std::array<double, width>& n,
                                 const std::array<double, width>& p,
                                 const std::array<double, width>& u) noexcept {
  Panjer<width> law;
  law.first = start;
  std::array<double, width> target{};
  for (std::size_t i = 0; i < width; ++i) {
    const double rare = rarer(p[i]);
    const double odds = rare / (1 - rare);
    law.at_first[i] = start > 0 ? binomial_probability(start, n[i], rare) : exp(n[i] * log1p(-rare));
    law.a[i] = (n[i] + 1) * odds;
    law.c[i] = odds;
    target[i] = p[i] > 0.5 ? 1 - u[i] : u[i];
  }
  std::array<double, width> k = search_upward(law, target);
  for (std::size_t i = 0; i < width; ++i) {
    k[i] = p[i] > 0.5 ? n[i] - k[i] : k[i];
  }
  return k;
}

}  // namespace

double binomial(double n, double p, double u) noexcept {
  if (!in_range(n, p) || std::isnan(u)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  return search<1>(start_of(n, p), {n}, {p}, {u})[0];
}

void binomial(ConstLanes n, ConstLanes p, ConstLanes u, Lanes out) noexcept {
  SHANHAI_EXPECT(n.size() == out.size() && p.size() == out.size() && u.size() == out.size());
  for (std::size_t at = 0; at < out.size(); at += search_width) {
    const std::size_t count = std::min(search_width, out.size() - at);
    const auto trials = take(n, at, 0);
    const auto chances = take(p, at, 0);
    const auto uniforms = take(u, at, 0.5);
    bool together = true;
    for (std::size_t i = 0; i < search_width; ++i) {
      together &=
          in_range(trials[i], chances[i]) && trials[i] * rarer(chances[i]) <= small_mean && !std::isnan(uniforms[i]);
    }
    if (together) {
      const auto counts = search(0, trials, chances, uniforms);
      std::copy_n(counts.begin(), count, &out[at]);
    } else {
      for (std::size_t i = 0; i < count; ++i) {
        out[at + i] = binomial(trials[i], chances[i], uniforms[i]);
      }
    }
  }
}

}  // namespace shanhai::random
