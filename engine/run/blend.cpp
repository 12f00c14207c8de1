#include "run/blend.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace shanhai::run {

using scheme::money_tolerance;

namespace {

const scheme::Settle* settlement_of(const scheme::Scheme& trunk) {
  for (const scheme::Clause& clause : trunk.clauses) {
    if (const auto* settle = std::get_if<scheme::Settle>(&clause)) {
      return settle;
    }
  }
  return nullptr;
}

}  // namespace

Blend::Blend(const Family& family, flow::Shape shape)
    : family_(&family),
      settle_(settlement_of(family.trunk)),
      pool_(static_cast<std::size_t>(shape.years) + 1, shape.lanes),
      total_(shape.parties + 1, shape.lanes),
      own_(shape.years, shape.lanes),
      pooled_(shape.years, shape.lanes),
      bound_(pool_.size(), shape.lanes),
      sums_(3, shape.lanes),
      below_(family.members.size() + 1) {
  std::vector<std::size_t> ranks(family.members.size());
  for (std::size_t party = 0; party < shape.parties; ++party) {
    flows_.emplace_back(pool_.size(), shape.lanes);
    const auto share = [&](std::size_t member) {
      return family.members[member].shares[party];
    };
    std::iota(ranks.begin(), ranks.end(), 0);
    std::ranges::sort(ranks, {}, share);
    Ranking& ranking = rankings_.emplace_back();
    for (const std::size_t member : ranks) {
      ranking.shares.push_back(share(member));
      ranking.places.push_back(family.members[member].scheme * shape.parties + party);
    }
  }
}

void Blend::record(const scheme::Waterfall& trunk) noexcept {
  const auto year = static_cast<std::size_t>(trunk.books().year);
  for (std::size_t party = 0; party < flows_.size(); ++party) {
    trunk.cash_flow(party, flows_[party][year]);
  }
  const ConstLanes pool = trunk.books().pool();
  if (year == 0) {
    pool_.fill(0);
  } else if (settle_ == nullptr) {
    std::ranges::copy(pool, pool_[year].begin());
  } else {
    put_off(year, pool);
  }
}

void Blend::put_off(std::size_t year, ConstLanes pool) noexcept {
  const std::size_t last = pool_.size() - 1;
  const auto instalments = static_cast<std::size_t>(settle_->instalments);
  for (std::size_t part = 0; part < instalments; ++part) {
    const Lanes due = pool_[std::min(year + static_cast<std::size_t>(settle_->lag) + part, last)];
    each_lane(due.size(), [&](std::size_t i) { due[i] += pool[i] / static_cast<double>(instalments); });
  }
  Rows& held = flows_[settle_->held_by.index];
  const Lanes now = held[year];
  each_lane(now.size(), [&](std::size_t i) { now[i] += pool[i]; });
  for (std::size_t paid = 1; year == last && paid <= last; ++paid) {  // only now is it known what each year pays
    const Lanes left = held[paid];
    const ConstLanes due = std::as_const(pool_)[paid];
    each_lane(left.size(), [&](std::size_t i) { left[i] -= due[i]; });
  }
}

void Blend::value(std::size_t party, flow::Operand rate) noexcept {
  party_ = party;
  own_.value(flows_[party], rate);
  pooled_.value(pool_, rate);
  find_bounds(flows_[party]);
}

void Blend::add_up() noexcept {
  for (std::size_t party = 0; party < flows_.size(); ++party) {
    add_after_signing(flows_[party], total_[party]);
  }
  add_after_signing(pool_, total_[flows_.size()]);
}

void Blend::blend(ConstLanes own, ConstLanes pooled, double share, Lanes out) noexcept {
  each_lane(out.size(), [&](std::size_t i) { out[i] = own[i] + share * pooled[i]; });
}

// With C the cumulative sums and |C| their sizes, what came by t is less than nothing where
// C(A) + s C(P) < -tolerance (|C|(A) + s C(P)): below a bound for s, as P >= 0. It stays so until the last such t.
void Blend::find_bounds(const Rows& flows) noexcept {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  sums_.fill(0);
  const Lanes own = sums_[0];
  const Lanes size = sums_[1];
  const Lanes pooled = sums_[2];
  for (std::size_t year = 0; year < flows.size(); ++year) {
    const ConstLanes flow = flows[year];
    const ConstLanes shared = std::as_const(pool_)[year];
    const Lanes bound = bound_[year];
    each_lane(bound.size(), [&](std::size_t i) {
      own[i] += flow[i];
      size[i] += std::abs(flow[i]);
      pooled[i] += shared[i];
      const double missing = -(own[i] + money_tolerance * size[i]);
      const double without_pool = missing > 0 ? infinity : -infinity;
      bound[i] = pooled[i] > 0 ? missing / ((1 + money_tolerance) * pooled[i]) : without_pool;
    });
  }
  for (std::size_t year = flows.size() - 1; year > 0; --year) {
    const Lanes earlier = bound_[year - 1];
    const ConstLanes later = std::as_const(bound_)[year];
    each_lane(earlier.size(), [&](std::size_t i) { earlier[i] = std::max(earlier[i], later[i]); });
  }
}

// A lane tells of all members at once: those of a share below its bound, which are the first of the ranking.
void Blend::count_paybacks(std::size_t paths, YearCounts& counts) noexcept {
  const auto& [shares, places] = rankings_[party_];
  for (const std::size_t place : places) {
    counts.of[place][0] += paths;
  }
  for (std::size_t year = 0; year < bound_.size(); ++year) {
    std::ranges::fill(below_, 0);
    for (const double bound : std::as_const(bound_)[year].first(paths)) {
      ++below_[static_cast<std::size_t>(std::ranges::lower_bound(shares, bound) - shares.begin())];
    }
    std::uint64_t after = 0;
    for (std::size_t rank = places.size(); rank > 0; --rank) {
      after += below_[rank];
      std::vector<std::uint64_t>& of_member = counts.of[places[rank - 1]];
      of_member[year] -= after;
      of_member[year + 1] += after;
    }
  }
}

}  // namespace shanhai::run
