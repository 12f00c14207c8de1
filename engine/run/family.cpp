#include "run/family.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>

namespace shanhai::run {
namespace {

using scheme::Clause;
using scheme::Scheme;
using scheme::Split;

bool is_split(const Clause& clause) {
  return std::holds_alternative<Split>(clause);
}

bool looks_at_accruals(const Scheme& scheme) {
  return scheme::has<scheme::Cap>(scheme) || scheme::has<scheme::Floor>(scheme);
}

bool is_settlement(const Clause& clause) {
  return std::holds_alternative<scheme::Settle>(clause);
}

bool are_known(const Shares& shares) {
  return shares.rest == Number::known && std::ranges::all_of(shares.of, &Number::is_known);
}

Scheme trunk_of(Scheme scheme) {
  std::erase_if(scheme.clauses, is_split);
  return scheme;
}

bool alike(const Scheme& a, const Scheme& b) {
  return a.clock == b.clock && a.clauses == b.clauses && a.costs == b.costs && a.transfers == b.transfers;
}

}  // namespace

std::optional<std::vector<double>> family_shares(const Scheme& scheme) {
  const auto split = std::ranges::find_if(scheme.clauses, is_split);
  if (split == scheme.clauses.end() || looks_at_accruals(scheme)) {
    return std::nullopt;
  }
  const auto& shares = std::get<Split>(*split).shares;
  if (!shares || shares->by_stream.size() != 1 || !are_known(shares->by_stream[0])) {
    return std::nullopt;
  }
  std::vector<double> result;
  std::ranges::transform(shares->by_stream[0].of, std::back_inserter(result), &Number::value);
  const auto settlements = std::ranges::count_if(scheme.clauses, is_settlement);
  const double all = std::accumulate(result.begin(), result.end(), 0.0);
  constexpr double rounding = 1e-13;
  if (settlements > 1 || (settlements == 1 && std::abs(all - 1) > rounding)) {
    return std::nullopt;
  }
  return result;
}

Contracts::Contracts(const std::vector<Scheme>& schemes, bool in_families) {
  for (std::size_t scheme = 0; scheme < schemes.size(); ++scheme) {
    const auto shares = in_families ? family_shares(schemes[scheme]) : std::nullopt;
    if (!shares) {
      own_.push_back(scheme);
      continue;
    }
    Scheme trunk = trunk_of(schemes[scheme]);
    auto family = std::ranges::find_if(families_, [&](const Family& one) { return alike(one.trunk, trunk); });
    if (family == families_.end()) {
      family = families_.insert(families_.end(), {std::move(trunk), {}});
    }
    family->members.push_back({scheme, *shares});
  }
}

}  // namespace shanhai::run
