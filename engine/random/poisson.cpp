#include "random/poisson.hpp"

#include <algorithm>
#include <limits>

#include "random/count_lanes.hpp"
#include "random/math.hpp"
#include "random/panjer.hpp"
#include "random/saddle_point.hpp"

namespace shanhai::random {
namespace {

bool are_small(ConstLanes mean, ConstLanes u) noexcept {
  Pack good = all<Pack>(1);
  for (std::size_t at = 0; at < search_chunk; at += pack_lanes) {
    good *= within(load<Pack>(mean, at), 0, small_mean) * within(load<Pack>(u, at), 0, 1);
  }
  return sum_of(good) == pack_lanes;
}

void search_from_zero(ConstLanes mean, ConstLanes u, Lanes out) noexcept {
  std::array<double, search_chunk> none{};
  each_lane(search_chunk, [&](std::size_t i) { none[i] = exp(-mean[i]); });
  for (std::size_t at = 0; at < search_chunk; at += packs_at_once * pack_lanes) {
    std::array<Panjer<Pack>, packs_at_once> laws{};
    std::array<Pack, packs_at_once> wanted{};
    for (std::size_t i = 0; i < packs_at_once; ++i) {
      const std::size_t from = at + i * pack_lanes;
      laws[i] = {load<Pack>(none, from), load<Pack>(mean, from), Pack{}};
      wanted[i] = load<Pack>(u, from);
    }
    const std::array<Pack, packs_at_once> found = search_upward(0, laws, wanted);
    for (std::size_t i = 0; i < packs_at_once; ++i) {
      store(found[i], out, at + i * pack_lanes);
    }
  }
}

}  // namespace

double poisson(double mean, double u) noexcept {
  if (!(mean >= 0 && mean <= largest_poisson_mean) || std::isnan(u)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double start = search_start(mean, mean);
  const double at_start = start > 0 ? poisson_probability(start, mean) : exp(-mean);
  return search_upward<double, 1>(start, {Panjer<double>{at_start, mean, 0}}, {u})[0];
}

void poisson(ConstLanes mean, ConstLanes u, Lanes out) noexcept {
  SHANHAI_EXPECT(mean.size() == out.size() && u.size() == out.size());
  for (std::size_t at = 0; at < out.size(); at += search_chunk) {
    const std::size_t count = std::min(search_chunk, out.size() - at);
    const ConstLanes means = mean.subspan(at, count);
    const ConstLanes uniforms = u.subspan(at, count);
    if (count == search_chunk && are_small(means, uniforms)) {
      search_from_zero(means, uniforms, out.subspan(at, count));
      continue;
    }
    for (std::size_t i = 0; i < count; ++i) {
      out[at + i] = poisson(means[i], uniforms[i]);
    }
  }
}

void poisson(ConstSingles mean, ConstSingles u, Singles out) noexcept {
  std::array<double, 256> a{}, b{}, c{};
  for (std::size_t f = 0; f < out.size(); f += 256) {
    std::size_t n = std::min<std::size_t>(256, out.size() - f);
    for (std::size_t i = 0; i < n; ++i) {
      a[i] = static_cast<double>(mean[f + i]);
      b[i] = static_cast<double>(u[f + i]);
    }
    poisson(ConstLanes(a).first(n), ConstLanes(b).first(n), Lanes(c).first(n));
    for (std::size_t i = 0; i < n; ++i)
      out[f + i] = static_cast<float>(c[i]);
  }
}

}  // namespace shanhai::random
