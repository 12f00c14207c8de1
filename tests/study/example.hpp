#pragma once

#include <string>

#include "document/document.hpp"
#include "input/scenario.hpp"
#include "study/laboratory.hpp"

namespace shanhai::study {

/// A park of two years that costs the host 100 at signing, and its two ways of sharing.
inline const std::string text = R"(shanhai: 1
title: a park
currency: {code: CNY, unit: 10000}
horizon: {start: 2026, years: 2}
seed: 7
parties:
  host: {role: host, discount_rate: 0}
  origin: {role: origin, discount_rate: 0, reservation: 20}
revenue:
  table: {vat: [100, 100]}
  uncertainty: {sd: 20%, rho: 0.3}
costs:
  - {name: roads, amount: 100, from: {host: 100%}, overrun: {uniform: [0.8, 1.2]}}
schemes:
  plain: {kind: proportional, shares: {host: 60%, origin: 40%}}
  fund: {kind: proportional_fund, shares: {host: 70%, origin: rest}, fund: {share: 10%, return: {mean: 0, sd: 0}, ownership: {host: 50%, origin: 50%}}}
)";

/// The example with a part of its text replaced.
struct Example {
  explicit Example(const std::string& from = "", const std::string& to = "") {
    std::string changed = text;
    if (!from.empty()) {
      changed.replace(changed.find(from), from.size(), to);
    }
    base = *document::parse(changed).root;
    scenario = *input::read_scenario(base).scenario;
  }

  document::Node base;
  run::Scenario scenario;
};

/// A laboratory of so many paths on the example's seed.
struct Bench {
  explicit Bench(std::uint64_t paths) : laboratory(levels::Level::baseline, plan_of(paths), steps) {}

  static run::Plan plan_of(std::uint64_t paths) {
    run::Plan plan;
    plan.seed = 7;
    plan.paths = paths;
    return plan;
  }

  run::Watch steps;
  Laboratory laboratory;
};

}  // namespace shanhai::study
