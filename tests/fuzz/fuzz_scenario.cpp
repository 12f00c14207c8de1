// Any bytes: the reader must answer with a scenario or with diagnostics, and what is read must run.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "core/diagnostic.hpp"
#include "input/scenario.hpp"
#include "run/run.hpp"

using namespace shanhai;

namespace {

constexpr int few_years = 5;
constexpr std::size_t few = 16;

bool small(const run::Scenario& scenario) {
  return scenario.parties.size() <= few && scenario.schemes.size() <= few && scenario.uncertain.size() <= few &&
         scenario.streams().size() <= few;
}

/// Two futures of the first years.
void simulate(run::Scenario scenario) {
  scenario.horizon.years = std::min(scenario.horizon.years, few_years);
  run::Plan plan;
  plan.paths = 2;
  plan.seed = scenario.seed;
  run::Watch watch;
  static_cast<void>(run::run(scenario, plan, watch));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  input::ScenarioReading reading = input::read_scenario(text);
  if (reading.scenario.has_value() != reading.diagnostics.empty()) {
    std::abort();
  }
  for (const Language language : {Language::zh, Language::en}) {
    static_cast<void>(render(reading.diagnostics, "scenario.yaml", std::string(text), language));
  }
  if (reading.scenario && small(*reading.scenario)) {
    simulate(*std::move(reading.scenario));
  }
  return 0;
}
