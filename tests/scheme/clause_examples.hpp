#pragma once

#include <iterator>
#include <vector>

#include "setting.hpp"

namespace shanhai::scheme {

/// Chooses the examples of one clause.
template <class T>
struct Of {};

// Examples of every clause: the ordinary, the edges of each range, lists by year, and numbers drawn per path.
// The first and the last of a clause also stand in the contracts around the others.
std::vector<Pool> examples(Of<Pool> clause, const Setting& in);
std::vector<Baseline> examples(Of<Baseline> clause, const Setting& in);
std::vector<Rebate> examples(Of<Rebate> clause, const Setting& in);
std::vector<Recover> examples(Of<Recover> clause, const Setting& in);
std::vector<Fund> examples(Of<Fund> clause, const Setting& in);
std::vector<Company> examples(Of<Company> clause, const Setting& in);
std::vector<Split> examples(Of<Split> clause, const Setting& in);
std::vector<Tiers> examples(Of<Tiers> clause, const Setting& in);
std::vector<Cap> examples(Of<Cap> clause, const Setting& in);
std::vector<Floor> examples(Of<Floor> clause, const Setting& in);
std::vector<Award> examples(Of<Award> clause, const Setting& in);
std::vector<Settle> examples(Of<Settle> clause, const Setting& in);
std::vector<Statistics> examples(Of<Statistics> clause, const Setting& in);

/// Contracts around a clause, on both clocks: with an ending alone, and twice with one of each other clause.
std::vector<Scheme> contracts_around(const Clause& clause, const Setting& in);

/// Contracts around every example of a clause.
template <class T>
std::vector<Scheme> contracts_with(const Setting& in) {
  std::vector<Scheme> all;
  for (const T& example : examples(Of<T>{}, in)) {
    std::ranges::move(contracts_around(example, in), std::back_inserter(all));
  }
  return all;
}

}  // namespace shanhai::scheme
