#pragma once

#include <string>

#include <catch2/catch.hpp>

#include "document/document.hpp"
#include "sweep/read_sweep.hpp"

namespace shanhai::sweep {

/// Two schemes on a small park, one of them with costs of its own.
inline const std::string base_text = R"(shanhai: 1
title: a park
currency: {code: CNY, unit: 10000}
horizon: {start: 2026, years: 6}
seed: 7
parties:
  host: {role: host, discount_rate: 6%}
  origin: {role: origin, discount_rate: {uniform: [5%, 7%]}}
revenue:
  park:
    land: {gross: 900}
    sectors:
      mill: {land_per_firm: 20, arrivals: 2, output: 1000, growth: 4%, sigma: 8%, value_added: 25%, wages: 40%, margin: 6%}
    taxes:
      vat: {base: value_added, rate: 10%, central: 50%}
      rent: {base: firms, rate: 5, non_tax: true}
costs:
  - {name: roads, amount: [100, 80], overrun: {lognormal: {mean: 1, cv: 20%}}, from: {host: 40%, origin: rest}}
schemes:
  plain: {kind: proportional, shares: {host: 60%, origin: rest}}
  capped:
    kind: proportional
    shares: {host: 50%, origin: rest}
    cap: {party: origin, total: 300}
    costs: [{name: roads, amount: 150, from: host}]
)";

inline document::Node base_node() {
  return *document::parse(base_text).root;
}

inline Sweep sweep_of(const std::string& text) {
  SweepReading reading = read_sweep("sweep: 1\nbase: a.yaml\n" + text);
  for (const Diagnostic& fault : reading.diagnostics) {
    FAIL(fault.path + ": " + fault.message.en);
  }
  return *std::move(reading.sweep);
}

}  // namespace shanhai::sweep
