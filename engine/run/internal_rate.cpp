#include "run/internal_rate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "random/math.hpp"
#include "scheme/books.hpp"

namespace shanhai::run {
namespace {

/// A polynomial in x and x times its derivative, as far as its terms have been taken.
struct Worth {
  Pack sum{};
  Pack moment{};

  [[gnu::always_inline]] void take(Pack x, Pack flow) noexcept {
    moment = (moment + sum) * x;
    sum = sum * x + flow;
  }
};

/// What is received and what is paid, where the flow that comes first is received.
struct BothWays {
  Worth received;
  Worth paid;

  [[gnu::always_inline]] void take(Pack x, Pack flow) noexcept {
    received.take(x, select(flow > all<Pack>(0), flow, all<Pack>(0)));
    paid.take(x, select(flow < all<Pack>(0), -flow, all<Pack>(0)));
  }
};

}  // namespace

void InternalRates::find(const Rows& flows, Lanes out) noexcept {
  constexpr int most_steps = 200;  // three times what halving alone would take
  constexpr double furthest = 27;  // beyond the log of 201 flows within 1e-9 of each other
  SHANHAI_EXPECT(flows.size() == flows_.size() && out.size() == flows.lanes());
  count(flows);
  std::ranges::fill(rows_[low], -furthest);
  std::ranges::fill(rows_[high], furthest);
  const ConstLanes changed = rows_[changes];
  const Lanes searched = rows_[open];
  each_lane(searched.size(), [&](std::size_t i) { searched[i] = changed[i] == 1 ? 1.0 : 0.0; });
  for (int taken = 0; taken < most_steps && improve(); ++taken) {
  }
  const ConstLanes v = rows_[root];
  each_lane(out.size(), [&](std::size_t i) {
    out[i] = changed[i] == 1 ? random::exp(-v[i]) - 1 : std::numeric_limits<double>::quiet_NaN();
  });
}

// The flows that count, with the sign that makes the first of them positive; when it comes, and how often the sign
// changes.
void InternalRates::count(const Rows& flows) noexcept {
  rows_.fill(0);
  const Lanes largest = rows_[slope];
  const Lanes last = rows_[last_sign];
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
  latest_ = static_cast<std::size_t>(*std::ranges::max_element(start));
}

// What is received over what is paid at the root so far, and the slope of its logarithm. Years before the first flow
// are left out: waiting changes what flows are worth, but not the rate at which that is nothing.
void InternalRates::value() noexcept {
  const Rows& flows = flows_;
  for (std::size_t at = 0; at < flows.lanes(); at += together) {
    std::array<Pack, packs_at_once> x{};
    std::array<BothWays, packs_at_once> worth{};
    const auto each = [&](const auto& act) {
      for (std::size_t pack = 0; pack < packs_at_once; ++pack) {
        act(pack, at + pack * pack_lanes);
      }
    };
    each([&](std::size_t pack, std::size_t lane) { x[pack] = load<Pack>(rows_[factor], lane); });
    std::size_t t = flows.size();
    while (t-- > latest_) {
      each([&](std::size_t pack, std::size_t lane) { worth[pack].take(x[pack], load<Pack>(flows[t], lane)); });
    }
    for (t = latest_; t-- > 0;) {
      const Pack year = all<Pack>(static_cast<double>(t));
      each([&](std::size_t pack, std::size_t lane) {
        const Pack by = select(year >= load<Pack>(rows_[first], lane), x[pack], all<Pack>(1));
        worth[pack].take(by, load<Pack>(flows[t], lane));
      });
    }
    each([&](std::size_t pack, std::size_t lane) {
      const auto& [received, paid] = worth[pack];
      put(received.sum / paid.sum, rows_[ratio], lane);
      put(received.moment / received.sum - paid.moment / paid.sum, rows_[slope], lane);
    });
  }
}

// A step towards the root, where it is not there yet; whether there is any such path.
bool InternalRates::improve() noexcept {
  constexpr double near = 0x1p-30;  // a step of Newton's as small as that is the last one needed
  constexpr double narrow = 0x1p-48;
  const Lanes v = rows_[root];
  const Lanes x = rows_[factor];
  each_lane(v.size(), [&](std::size_t i) { x[i] = random::exp(v[i]); });
  value();
  const Lanes below = rows_[low];
  const Lanes above = rows_[high];
  const ConstLanes of = rows_[ratio];
  const ConstLanes d = rows_[slope];
  const Lanes searched = rows_[open];
  each_lane(v.size(), [&](std::size_t i) {
    const double over = random::log(of[i]);  // NaN where both are infinite: far above the root
    below[i] = over > 0 ? v[i] : below[i];
    above[i] = over > 0 ? above[i] : v[i];
    const double newton = v[i] - over / d[i];
    const bool within = newton >= below[i] && newton <= above[i];
    const double next = within ? newton : (below[i] + above[i]) / 2;
    const bool there = (within && std::abs(next - v[i]) < near) || above[i] - below[i] < narrow;
    v[i] = searched[i] > 0 ? next : v[i];
    searched[i] = there ? 0.0 : searched[i];
  });
  return std::ranges::any_of(searched, [](double one) { return one > 0; });
}

}  // namespace shanhai::run
