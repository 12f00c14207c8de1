#include "run/valuation.hpp"

#include <algorithm>
#include <array>

#include "core/pack.hpp"
#include "scheme/books.hpp"

namespace shanhai::run {

using scheme::money_tolerance;

// All years of some packs, then the next ones: what is summed up stays in registers.
void Valuation::value(const Rows& flows, flow::Operand rate) noexcept {
  const Lanes factor = row_[discount];
  each_lane(
      factor.size(), [&](std::size_t i, double nominal) { factor[i] = 1 / (1 + nominal); }, rate);
  std::ranges::fill(leaves_, 0);
  std::size_t at = 0;
  for (; at + packs_at_once * pack_lanes <= factor.size(); at += packs_at_once * pack_lanes) {
    look_back<packs_at_once>(flows, at);
    pay_back<packs_at_once>(flows, at);
  }
  for (; at < factor.size(); at += pack_lanes) {
    look_back<1>(flows, at);
    pay_back<1>(flows, at);
  }
}

// From the end: what is worth staying for at t is what comes after t, and all of it at signing is the NPV.
template <std::size_t many>
void Valuation::look_back(const Rows& flows, std::size_t at) noexcept {
  std::array<Pack, many> value{};
  std::array<Pack, many> size{};
  std::array<Pack, many> factor{};
  for (std::size_t pack = 0; pack < many; ++pack) {
    factor[pack] = load<Pack>(row_[discount], at + pack * pack_lanes);
  }
  for (std::size_t year = leaves_.size(); year > 0; --year) {
    unsigned below = 0;
    for (std::size_t pack = 0; pack < many; ++pack) {
      const Pack next = load<Pack>(flows[year], at + pack * pack_lanes);
      value[pack] = (value[pack] + next) * factor[pack];
      size[pack] = (size[pack] + magnitude(next)) * factor[pack];
      below += count(value[pack] < -money_tolerance * size[pack]);
    }
    leaves_[year - 1] += below;
  }
  for (std::size_t pack = 0; pack < many; ++pack) {
    const std::size_t place = at + pack * pack_lanes;
    const Pack first = load<Pack>(flows[0], place);
    put(value[pack] + first, row_[worth], place);
    put(size[pack] + magnitude(first), row_[gross], place);
  }
}

template <std::size_t many>
void Valuation::pay_back(const Rows& flows, std::size_t at) noexcept {
  std::array<Pack, many> cumulative{};
  std::array<Pack, many> size{};
  std::array<Pack, many> year_back{};
  for (std::size_t year = 0; year < flows.size(); ++year) {
    const Pack next_year = all<Pack>(static_cast<double>(year + 1));
    for (std::size_t pack = 0; pack < many; ++pack) {
      const Pack flow = load<Pack>(flows[year], at + pack * pack_lanes);
      cumulative[pack] += flow;
      size[pack] += magnitude(flow);
      year_back[pack] = select(cumulative[pack] < -money_tolerance * size[pack], next_year, year_back[pack]);
    }
  }
  for (std::size_t pack = 0; pack < many; ++pack) {
    put(year_back[pack], row_[back], at + pack * pack_lanes);
  }
}

void add_after_signing(const Rows& flows, Lanes total) noexcept {
  std::ranges::fill(total, 0.0);
  for (std::size_t year = 1; year < flows.size(); ++year) {
    const ConstLanes flow = flows[year];
    each_lane(total.size(), [&](std::size_t i) { total[i] += flow[i]; });
  }
}

}  // namespace shanhai::run
