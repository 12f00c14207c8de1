#include "levels/entry.hpp"

// Compiled once a level, with SHANHAI_ENTRY its name.
extern "C" void SHANHAI_ENTRY(const shanhai::run::Scenario& scenario,
                              const shanhai::run::Plan& plan,
                              shanhai::run::Watch& watch,
                              shanhai::run::Result& result) {
  result = shanhai::run::run(scenario, plan, watch);
}
