#include "random/poisson.hpp"

#include <algorithm>
#include <cmath>
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

/// Where the searches of many lanes leave one out.
float search_alone(const Panjer<float>& law, float mean, float u) noexcept {
  return is_single(mean, u) ? search_upward(0, law, u)
                            : static_cast<float>(poisson(static_cast<double>(mean), static_cast<double>(u)));
}

void search(ConstSingles mean, ConstSingles u, Singles out) noexcept {
  Searches searches(out.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool good = is_single(mean[i], u[i]);
    searches.a[i] = good ? mean[i] : 0.0F;
    searches.c[i] = 0;
    searches.u[i] = good ? u[i] : Searches::beyond;
    searches.none[i] = single_exp_within(-searches.a[i]);
  }
  const bool complete = searches.run();
  std::copy_n(searches.found.begin(), out.size(), out.begin());
  for (std::size_t i = 0; i < out.size() && !complete; ++i) {
    out[i] = std::isnan(searches.found[i]) ? search_alone(searches.law(i), mean[i], u[i]) : out[i];
  }
}

}  // namespace

double poisson(double mean, double u) noexcept {
  if (!(mean >= 0 && mean <= largest_poisson_mean) || std::isnan(u)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double start = search_start(mean, mean);
  const double at_start = start > 0 ? poisson_probability(start, mean) : exp(-mean);
  return search_upward<double>(static_cast<std::size_t>(start), {at_start, mean, 0}, u);
}

void poisson(ConstSingles mean, ConstSingles u, Singles out) noexcept {
  SHANHAI_EXPECT(mean.size() == out.size() && u.size() == out.size());
  for (std::size_t at = 0; at < out.size(); at += search_chunk) {
    const std::size_t count = std::min(search_chunk, out.size() - at);
    search(mean.subspan(at, count), u.subspan(at, count), out.subspan(at, count));
  }
}

}  // namespace shanhai::random
