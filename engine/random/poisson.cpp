#include "random/poisson.hpp"

#include "random/count_lanes.hpp"
#include "random/math.hpp"
#include "random/panjer.hpp"
#include "random/saddle_point.hpp"

namespace shanhai::random {
namespace {

/// All lanes from 0 upward; the means are small.
template <std::size_t width>
std::array<double, width> search_from_zero(const std::array<double, width>& mean,
                                           const std::array<double, width>& u) noexcept {
  Panjer<width> law;
  for (std::size_t i = 0; i < width; ++i) {
    law.at_first[i] = exp(-mean[i]);
  }
  law.a = mean;
  return search_upward(law, u);
}

}  // namespace

double poisson(double mean, double u) noexcept {
  if (!(mean >= 0 && mean <= largest_poisson_mean) || std::isnan(u)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double start = search_start(mean, mean);
  if (start == 0) {
    return search_from_zero<1>({mean}, {u})[0];
  }
  return search_upward<1>({start, {poisson_probability(start, mean)}, {mean}, {0}}, {u})[0];
}

void poisson(ConstLanes mean, ConstLanes u, Lanes out) noexcept {
  SHANHAI_EXPECT(mean.size() == out.size() && u.size() == out.size());
  for (std::size_t at = 0; at < out.size(); at += search_width) {
    const std::size_t count = std::min(search_width, out.size() - at);
    const auto means = take(mean, at, 0);
    const auto uniforms = take(u, at, 0.5);
    bool together = true;
    for (std::size_t i = 0; i < search_width; ++i) {
      together &= means[i] >= 0 && means[i] <= small_mean && !std::isnan(uniforms[i]);
    }
    if (together) {
      const auto counts = search_from_zero(means, uniforms);
      std::copy_n(counts.begin(), count, &out[at]);
    } else {
      for (std::size_t i = 0; i < count; ++i) {
        out[at + i] = poisson(means[i], uniforms[i]);
      }
    }
  }
}

}  // namespace shanhai::random
