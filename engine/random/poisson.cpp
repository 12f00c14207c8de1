#include "random/poisson.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "random/count_lanes.hpp"
#include "random/math.hpp"
#include "random/saddle_point.hpp"
#include "random/single_math.hpp"

namespace shanhai::random {
namespace {

[[gnu::always_inline]] inline bool is_single(float mean, float u) noexcept {
  return (within(mean, 0, single_mean) & within(u, 0, 1)) != 0;
}

void search(ConstSingles mean, ConstSingles u, Singles out) noexcept {
  Searches searches;
  std::uint32_t others = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool good = is_single(mean[i], u[i]);
    others += good ? 0U : 1U;
    searches.a[i] = good ? mean[i] : 0.0F;
    searches.u[i] = good ? u[i] : 0.0F;
    searches.none[i] = single_exp(-searches.a[i]);
  }
  searches.run();
  std::copy_n(searches.found.begin(), out.size(), out.begin());
  for (std::size_t i = 0; i < out.size() && others > 0; ++i) {
    if (!is_single(mean[i], u[i])) {
      out[i] = static_cast<float>(poisson(static_cast<double>(mean[i]), static_cast<double>(u[i])));
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
  return search_upward<double, 1>(static_cast<std::size_t>(start), {Panjer<double>{at_start, mean, 0}}, {u})[0];
}

void poisson(ConstSingles mean, ConstSingles u, Singles out) noexcept {
  SHANHAI_EXPECT(mean.size() == out.size() && u.size() == out.size());
  for (std::size_t at = 0; at < out.size(); at += search_chunk) {
    const std::size_t count = std::min(search_chunk, out.size() - at);
    search(mean.subspan(at, count), u.subspan(at, count), out.subspan(at, count));
  }
}

}  // namespace shanhai::random
