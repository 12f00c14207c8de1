#include "run/internal_rate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/pack.hpp"
#include "scheme/books.hpp"

namespace shanhai::run {

void InternalRates::find(const Rows& flows, Lanes out) noexcept {
  constexpr int most_steps = 200;  // three times what halving alone would take
  SHANHAI_EXPECT(flows.size() == flows_.size() && out.size() == flows.lanes());
  count(flows);
  bracket();
  for (int taken = 0; taken < most_steps && improve(); ++taken) {
  }
  const ConstLanes x = rows_[root];
  const ConstLanes changed = rows_[changes];
  each_lane(out.size(),
            [&](std::size_t i) { out[i] = changed[i] == 1 ? 1 / x[i] - 1 : std::numeric_limits<double>::quiet_NaN(); });
}

// The flows that count, with the sign that makes the first of them positive; when it comes, and how often the sign
// changes.
void InternalRates::count(const Rows& flows) noexcept {
  rows_.fill(0);
  const Lanes largest = rows_[worth];
  const Lanes last = rows_[slope];
  const Lanes start = rows_[first];
  const Lanes leading = rows_[sign];
  const Lanes changed = rows_[changes];
  for (std::size_t t = 0; t < flows.size(); ++t) {
    const ConstLanes flow = flows[t];
    each_lane(flow.size(), [&](std::size_t i) { largest[i] = std::max(largest[i], std::abs(flow[i])); });
  }
  for (std::size_t t = 0; t < flows.size(); ++t) {
    const ConstLanes flow = flows[t];
    const Lanes counted = flows_[t];
    each_lane(flow.size(), [&](std::size_t i) {
      const bool counts = std::abs(flow[i]) > scheme::money_tolerance * largest[i];
      const double way = counts ? (flow[i] > 0 ? 1.0 : -1.0) : 0.0;
      start[i] = leading[i] == 0 && counts ? static_cast<double>(t) : start[i];
      leading[i] = leading[i] == 0 ? way : leading[i];
      changed[i] += way * last[i] < 0 ? 1.0 : 0.0;
      last[i] = counts ? way : last[i];
      counted[i] = counts ? leading[i] * flow[i] : 0.0;
    });
  }
}

// Worth at the root so far, and its slope. Years before the first flow are left out: waiting changes what flows are
// worth, but not the rate at which that is nothing.
void InternalRates::value() noexcept {
  constexpr std::size_t packs = together / pack_lanes;
  const Rows& flows = flows_;
  for (std::size_t at = 0; at < flows.lanes(); at += together) {
    std::array<Pack, packs> x{};
    std::array<Pack, packs> start{};
    std::array<Pack, packs> p{};
    std::array<Pack, packs> d{};
    for (std::size_t pack = 0; pack < packs; ++pack) {
      x[pack] = load<Pack>(rows_[root], at + pack * pack_lanes);
      start[pack] = load<Pack>(rows_[first], at + pack * pack_lanes);
    }
    for (std::size_t t = flows.size(); t-- > 0;) {
      const Pack year = all<Pack>(static_cast<double>(t));
      for (std::size_t pack = 0; pack < packs; ++pack) {
        const Pack flow = load<Pack>(flows[t], at + pack * pack_lanes);
        d[pack] = select(year >= start[pack], d[pack] * x[pack] + p[pack], d[pack]);
        p[pack] = select(year >= start[pack], p[pack] * x[pack] + flow, p[pack]);
      }
    }
    for (std::size_t pack = 0; pack < packs; ++pack) {
      put(p[pack], rows_[worth], at + pack * pack_lanes);
      put(d[pack], rows_[slope], at + pack * pack_lanes);
    }
  }
}

// Worth is positive below the root and negative above it.
void InternalRates::bracket() noexcept {
  constexpr int most_doublings = 40;  // flows that count are within 1e-9 of each other, and so is the root of 1
  const Lanes x = rows_[root];
  const Lanes below = rows_[low];
  const Lanes above = rows_[high];
  const ConstLanes p = rows_[worth];
  const ConstLanes changed = rows_[changes];
  std::ranges::fill(x, 1.0);
  std::uint64_t searching = 1;
  for (int doublings = 0; doublings < most_doublings && searching > 0; ++doublings) {
    value();
    searching = 0;
    each_lane(x.size(), [&](std::size_t i) {
      below[i] = p[i] > 0 ? x[i] : below[i];
      above[i] = p[i] > 0 ? above[i] : x[i];
      const bool found = below[i] > 0 && above[i] > 0;
      searching += changed[i] == 1 && !found ? 1U : 0U;
      x[i] = found ? x[i] : (p[i] > 0 ? 2 * x[i] : x[i] / 2);
    });
  }
  const Lanes width = rows_[step];
  each_lane(x.size(), [&](std::size_t i) {
    x[i] = (below[i] + above[i]) / 2;
    width[i] = above[i] - below[i];
  });
}

// A step towards the root, where it is not there yet; whether there is any such path.
bool InternalRates::improve() noexcept {
  constexpr double near = 0x1p-48;
  value();
  const Lanes x = rows_[root];
  const Lanes below = rows_[low];
  const Lanes above = rows_[high];
  const Lanes last = rows_[step];
  const ConstLanes p = rows_[worth];
  const ConstLanes d = rows_[slope];
  const ConstLanes changed = rows_[changes];
  std::uint64_t moving = 0;
  each_lane(x.size(), [&](std::size_t i) {
    below[i] = p[i] > 0 ? x[i] : below[i];
    above[i] = p[i] > 0 ? above[i] : x[i];
    const double newton = x[i] - p[i] / d[i];
    const bool good = newton > below[i] && newton < above[i] && std::abs(newton - x[i]) < last[i] / 2;
    const double next = good ? newton : (below[i] + above[i]) / 2;
    const bool moves = changed[i] == 1 && p[i] != 0 && last[i] > near * x[i];
    last[i] = moves ? std::abs(next - x[i]) : last[i];
    x[i] = moves ? next : x[i];
    moving += moves ? 1U : 0U;
  });
  return moving > 0;
}

}  // namespace shanhai::run
