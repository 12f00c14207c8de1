#include "random/binomial.hpp"

#include <algorithm>
#include <limits>

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
template <class V>
[[gnu::always_inline]] inline V rarer(V p) noexcept {
  return select(p > 0.5, 1 - p, p);
}

double start_of(double n, double p) noexcept {
  const double rare = rarer(p);
  return search_start(n * rare, n * rare * (1 - rare));
}

/// What the search looks for, counted in the rarer.
template <class V>
[[gnu::always_inline]] inline V target(V p, V u) noexcept {
  return select(p > 0.5, 1 - u, u);
}

/// Successes from the count of the rarer.
template <class V>
[[gnu::always_inline]] inline V successes(V n, V p, V count) noexcept {
  return select(p > 0.5, n - count, count);
}

/// P(0) = (1 - p)^n.
[[gnu::always_inline]] inline double none_of(double n, double rare) noexcept {
  return exp(n * log1p(-rare));
}

struct Part {
  ConstLanes n;
  ConstLanes p;
  ConstLanes u;
};

bool are_small(const Part& part) noexcept {
  Pack good = all<Pack>(1);
  for (std::size_t at = 0; at < search_chunk; at += pack_lanes) {
    const Pack n = load<Pack>(part.n, at);
    const Pack p = load<Pack>(part.p, at);
    good *= within(n, 0, largest_binomial_n) * within(p, 0, 1) * within(n * rarer(p), 0, small_mean) *
            within(load<Pack>(part.u, at), 0, 1);
  }
  return sum_of(good) == pack_lanes;
}

void search_from_zero(const Part& part, Lanes out) noexcept {
  std::array<double, search_chunk> none{};
  std::array<double, search_chunk> odds{};
  each_lane(search_chunk, [&](std::size_t i) {
    const double rare = rarer(part.p[i]);
    none[i] = none_of(part.n[i], rare);
    odds[i] = rare / (1 - rare);
  });
  for (std::size_t at = 0; at < search_chunk; at += packs_at_once * pack_lanes) {
    std::array<Panjer<Pack>, packs_at_once> laws{};
    std::array<Pack, packs_at_once> wanted{};
    for (std::size_t i = 0; i < packs_at_once; ++i) {
      const std::size_t from = at + i * pack_lanes;
      const Pack c = load<Pack>(odds, from);
      laws[i] = {load<Pack>(none, from), (load<Pack>(part.n, from) + 1) * c, c};
      wanted[i] = target(load<Pack>(part.p, from), load<Pack>(part.u, from));
    }
    const std::array<Pack, packs_at_once> found = search_upward(0, laws, wanted);
    for (std::size_t i = 0; i < packs_at_once; ++i) {
      const std::size_t from = at + i * pack_lanes;
      store(successes(load<Pack>(part.n, from), load<Pack>(part.p, from), found[i]), out, from);
    }
  }
}

}  // namespace

double binomial(double n, double p, double u) noexcept {
  if (!in_range(n, p) || std::isnan(u)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double start = start_of(n, p);
  const double rare = rarer(p);
  const double odds = rare / (1 - rare);
  const double at_start = start > 0 ? binomial_probability(start, n, rare) : none_of(n, rare);
  return successes(
      n, p, search_upward<double, 1>(start, {Panjer<double>{at_start, (n + 1) * odds, odds}}, {target(p, u)})[0]);
}

void binomial(ConstLanes n, ConstLanes p, ConstLanes u, Lanes out) noexcept {
  SHANHAI_EXPECT(n.size() == out.size() && p.size() == out.size() && u.size() == out.size());
  for (std::size_t at = 0; at < out.size(); at += search_chunk) {
    const std::size_t count = std::min(search_chunk, out.size() - at);
    const Part part{n.subspan(at, count), p.subspan(at, count), u.subspan(at, count)};
    if (count == search_chunk && are_small(part)) {
      search_from_zero(part, out.subspan(at, count));
      continue;
    }
    for (std::size_t i = 0; i < count; ++i) {
      out[at + i] = binomial(part.n[i], part.p[i], part.u[i]);
    }
  }
}

void binomial(ConstSingles nn, ConstSingles p, ConstSingles u, Singles out) noexcept {
  std::array<double, 256> a{}, b{}, c{}, d{};
  for (std::size_t f = 0; f < out.size(); f += 256) {
    std::size_t n = std::min<std::size_t>(256, out.size() - f);
    for (std::size_t i = 0; i < n; ++i) {
      a[i] = static_cast<double>(nn[f + i]);
      b[i] = static_cast<double>(u[f + i]);
      d[i] = static_cast<double>(p[f + i]);
    }
    binomial(ConstLanes(a).first(n), ConstLanes(d).first(n), ConstLanes(b).first(n), Lanes(c).first(n));
    for (std::size_t i = 0; i < n; ++i)
      out[f + i] = static_cast<float>(c[i]);
  }
}

}  // namespace shanhai::random
