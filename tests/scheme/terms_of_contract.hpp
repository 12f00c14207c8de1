#pragma once

#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

#include "scheme/scheme.hpp"

namespace shanhai::scheme {

// Contract terms, written short. Most tests have two parties.
inline constexpr PartyRef host{0};
inline constexpr PartyRef origin{1};

inline Levels by_year(std::vector<Number> values) {
  return Levels{std::move(values)};
}

inline Shares parts(std::vector<Number> of, std::size_t rest = Number::known) {
  return {std::move(of), rest};
}

inline Payers from(std::vector<Number> of) {
  return {parts(std::move(of)), false};
}

inline Payers from_outside(std::size_t parties = 2) {
  return {parts(std::vector<Number>(parties)), true};
}

inline StreamShares alike(std::vector<Number> of) {
  return {{parts(std::move(of))}};
}

inline Split split(StreamShares shares) {
  Split clause;
  clause.shares = std::move(shares);
  return clause;
}

inline Split split(Phases phases, SplitClock clock = SplitClock::contract) {
  Split clause;
  clause.phases = std::move(phases);
  clause.clock = clock;
  return clause;
}

inline Split half() {
  return split(alike({0.5, 0.5}));
}

inline Scheme contract(std::vector<Clause> clauses, ContractClock clock = ContractClock::signing) {
  Scheme scheme;
  scheme.clock = clock;
  scheme.clauses = std::move(clauses);
  return scheme;
}

}  // namespace shanhai::scheme
