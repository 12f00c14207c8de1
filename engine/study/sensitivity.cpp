#include "study/sensitivity.hpp"

#include <algorithm>
#include <cmath>

#include "random/stream.hpp"
#include "stats/mean.hpp"

namespace shanhai::study {
namespace {

using Npvs = std::vector<std::vector<double>>;  // [scheme, party][path]

/// The names that numbers are drawn by, each once, in order.
std::vector<std::string> names_of(const run::Scenario& scenario) {
  std::vector<std::string> names;
  for (const UncertainNumber& number : scenario.uncertain) {
    if (std::ranges::find(names, number.name) == names.end()) {
      names.push_back(number.name);
    }
  }
  return names;
}

/// The scenario with some numbers drawn anew: under other names, which address other draws.
template <class Which>
run::Scenario redrawn(run::Scenario scenario, const Which& which) {
  for (UncertainNumber& number : scenario.uncertain) {
    number.name += which(number.name) ? "'" : "";
  }
  return scenario;
}

/// The uniform numbers that a quantity is drawn by.
std::vector<double> uniforms(std::uint64_t seed, const std::string& name, std::uint64_t paths) {
  std::vector<double> result(paths);
  random::Stream(seed, name).uniform({0, paths}, 0, 0, Lanes(result));
  return result;
}

}  // namespace

Tried<std::vector<SpreadOf>> sensitivity(Laboratory& laboratory, const run::Scenario& scenario) {
  const std::vector<std::string> names = names_of(scenario);
  laboratory.expect(names.size() + 2);
  std::optional<Tried<std::vector<SpreadOf>>> trouble;
  const auto npvs = [&](const auto& which) {
    Tried<run::Outcome> tried = laboratory.run(redrawn(scenario, which), true);
    if (auto* outcome = std::get_if<run::Outcome>(&tried)) {
      return std::move(outcome->npv);
    }
    trouble = std::holds_alternative<run::Cancelled>(tried) ? Tried<std::vector<SpreadOf>>(run::Cancelled{})
                                                            : std::get<Unusable>(tried);
    return Npvs{};
  };
  const Npvs base = npvs([](const std::string& /*name*/) { return false; });
  const Npvs all_redrawn = trouble ? Npvs{} : npvs([](const std::string& /*name*/) { return true; });
  const std::size_t parties = scenario.parties.size();
  std::vector<SpreadOf> spreads;
  for (std::size_t series = 0; !trouble && series < base.size(); ++series) {
    const stats::Moments moments = stats::moments(base[series]);
    spreads.push_back({series / parties,
                       series % parties,
                       stats::mean_estimate(moments),
                       moments.sd(),
                       {},
                       analysis::shared_index(base[series], all_redrawn[series])});
  }
  for (const std::string& name : names) {
    const Npvs redone = trouble ? Npvs{} : npvs([&](const std::string& one) { return one == name; });
    if (trouble) {
      return *std::move(trouble);
    }
    const std::vector<double> uniform = uniforms(laboratory.plan().seed, name, laboratory.plan().paths);
    for (std::size_t series = 0; series < base.size(); ++series) {
      spreads[series].numbers.push_back({name,
                                         analysis::first_index(uniform, base[series]),
                                         analysis::total_index(base[series], redone[series]),
                                         analysis::ends_of(uniform, base[series])});
    }
  }
  return trouble ? *std::move(trouble) : spreads;
}

}  // namespace shanhai::study
