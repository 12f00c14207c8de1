#pragma once

#include "run/run.hpp"

/// run::run as compiled for each level. The only names that a level shows to the rest of the program
/// (cmake/Level.cmake).
extern "C" {
void shanhai_run_avx2(const shanhai::run::Scenario& scenario,
                      const shanhai::run::Plan& plan,
                      shanhai::run::Watch& watch,
                      shanhai::run::Result& result);
void shanhai_run_avx512(const shanhai::run::Scenario& scenario,
                        const shanhai::run::Plan& plan,
                        shanhai::run::Watch& watch,
                        shanhai::run::Result& result);
}
