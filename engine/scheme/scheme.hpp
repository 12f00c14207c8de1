#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "scheme/award.hpp"
#include "scheme/baseline.hpp"
#include "scheme/cap.hpp"
#include "scheme/company.hpp"
#include "scheme/floor.hpp"
#include "scheme/fund.hpp"
#include "scheme/pool.hpp"
#include "scheme/rebate.hpp"
#include "scheme/recover.hpp"
#include "scheme/settle.hpp"
#include "scheme/split.hpp"
#include "scheme/statistics.hpp"
#include "scheme/terms.hpp"
#include "scheme/tiers.hpp"

namespace shanhai::scheme {

template <ClauseRule... Rules>
using OneOf = std::variant<Rules...>;

/// Every clause, in the order in which a kind puts them into a contract.
using Clause =
    OneOf<Pool, Baseline, Rebate, Recover, Fund, Company, Split, Tiers, Cap, Floor, Award, Settle, Statistics>;

/// When year 1 of a contract is; each path has its own with `first_revenue`.
enum class ContractClock : std::uint8_t { signing, first_revenue };

constexpr std::array<std::string_view, 2> words_of(ContractClock /*type*/) {
  return {"signing", "first_revenue"};
}

/// A contract: clauses that act in order on a pool that shrinks.
struct Scheme {
  std::string id;
  Text name;
  ContractClock clock = ContractClock::signing;
  std::vector<Clause> clauses;
  std::vector<Cost> costs;
  std::vector<Transfer> transfers;
};

/// Whether it has a clause of this type.
template <ClauseRule Rule>
[[nodiscard]] bool has(const Scheme& scheme) noexcept {
  return std::ranges::any_of(scheme.clauses, [](const Clause& clause) { return std::holds_alternative<Rule>(clause); });
}

[[nodiscard]] inline Stage stage_of(const Clause& clause) {
  return std::visit([](const auto& one) { return one.stage; }, clause);
}

[[nodiscard]] inline std::string_view key_of(const Clause& clause) {
  return std::visit([](const auto& one) { return one.key; }, clause);
}

}  // namespace shanhai::scheme
