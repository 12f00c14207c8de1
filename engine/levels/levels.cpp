#include "levels/levels.hpp"

#include <algorithm>
#include <array>

#include "core/contract.hpp"
#include "levels/entry.hpp"

namespace shanhai::levels {
namespace {

#ifdef SHANHAI_LEVELS

// What x86-64-v3 and x86-64-v4 ask for, as far as code for them makes use of it.
bool has_avx2() noexcept {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("fma");
}

bool has_avx512() noexcept {
  return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

#endif

}  // namespace

std::string_view name_of(Level level) noexcept {
  constexpr std::array<std::string_view, 3> names{"baseline", "avx2", "avx512"};
  return names[static_cast<std::size_t>(level)];
}

std::vector<Level> levels_here() {
  std::vector<Level> levels{Level::baseline};
#ifdef SHANHAI_LEVELS
  if (has_avx2()) {
    levels.push_back(Level::avx2);
  }
  if (has_avx512()) {
    levels.push_back(Level::avx512);
  }
#endif
  return levels;
}

run::Result run(Level level, const run::Scenario& scenario, const run::Plan& plan, run::Watch& watch) {
  SHANHAI_EXPECT(std::ranges::count(levels_here(), level) == 1);
  run::Result result = run::Cancelled{};
  switch (level) {
#ifdef SHANHAI_LEVELS
    case Level::avx512:
      shanhai_run_avx512(scenario, plan, watch, result);
      return result;
    case Level::avx2:
      shanhai_run_avx2(scenario, plan, watch, result);
      return result;
#endif
    default:
      return run::run(scenario, plan, watch);
  }
}

}  // namespace shanhai::levels
