#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "core/lanes.hpp"
#include "random/panjer.hpp"

namespace shanhai::random {

/// Counts of a mean up to this are searched from 0.
inline constexpr double small_mean = 100;

/// Counts of a mean up to this are searched in single precision, which still holds the probability of 0: the binomial
/// law's is no less than 4^-mean, and single_exp ends at e^-87.
inline constexpr float single_mean = 60;

/// Where the search for a count begins: what lies below is less than 1e-15 of the law, far under
/// the 2^-33 that a uniform number of 32 bits can resolve.
[[nodiscard]] inline double search_start(double mean, double variance) noexcept {
  const double start = std::floor(mean - 8 * std::sqrt(variance) - 20);
  return mean > small_mean && start > 0 ? start : 0;
}

/// Whether low <= x <= high, 1 or 0: joined by &, not by branches, so that loops over lanes vectorise. 0 for NaN.
[[gnu::always_inline, nodiscard]] inline unsigned within(float x, float low, float high) noexcept {
  return (x >= low ? 1U : 0U) & (x <= high ? 1U : 0U);
}

/// So many lanes are prepared together: the laws' starts are computed for all of them before the searches, whose ends
/// no processor foresees.
inline constexpr std::size_t search_chunk = 256;

/// What a chunk of lanes searches: laws by their recursion, from 0, and the uniforms.
struct Searches {
  using Row = std::array<float, search_chunk>;

  /// A uniform that no law reaches.
  static constexpr float beyond = 2;

  /// For so many lanes; those that are left find 0 at once.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init,hicpp-member-init): the lanes are about to be written
  explicit Searches(std::size_t lanes) noexcept {
    for (Row* row : {&none, &a, &c, &u}) {
      std::fill(row->begin() + static_cast<std::ptrdiff_t>(lanes), row->end(), 0.0F);
    }
  }

  /// Finds the counts; NaN where the law does not reach u. Whether all do.
  [[nodiscard]] bool run() noexcept {
    SinglePack missed{};
    for (std::size_t at = 0; at < search_chunk; at += packs_at_once * single_pack_lanes) {
      std::array<Panjer<SinglePack>, packs_at_once> laws{};
      std::array<SinglePack, packs_at_once> wanted{};
      for (std::size_t i = 0; i < packs_at_once; ++i) {
        const std::size_t from = at + i * single_pack_lanes;
        laws[i] = {load<SinglePack>(none, from), load<SinglePack>(a, from), load<SinglePack>(c, from)};
        wanted[i] = load<SinglePack>(u, from);
      }
      const std::array<SinglePack, packs_at_once> counts = search_together(laws, wanted);
      for (std::size_t i = 0; i < packs_at_once; ++i) {
        put<SinglePack>(counts[i], found, at + i * single_pack_lanes);
        missed = select(counts[i] >= SinglePack{}, missed, all<SinglePack>(1));
      }
    }
    return !any(missed > SinglePack{});
  }

  /// What stands alone in a lane, for search_upward.
  [[nodiscard]] Panjer<float> law(std::size_t lane) const noexcept { return {none[lane], a[lane], c[lane]}; }

  Row none;  ///< P(0)
  Row a;
  Row c;
  Row u;
  Row found;
};

}  // namespace shanhai::random
