#include "analysis/regret.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"
#include "stats/mean.hpp"

namespace shanhai::analysis {

std::vector<Regret> regrets(ConstLanes outcome, std::size_t alternatives, double tolerance) {
  SHANHAI_EXPECT(alternatives > 0 && !outcome.empty() && outcome.size() % alternatives == 0);
  const std::size_t states = outcome.size() / alternatives;
  std::vector<Regret> all(alternatives);
  std::vector<std::vector<double>> behind(alternatives, std::vector<double>(states));
  for (std::size_t state = 0; state < states; ++state) {
    const ConstLanes row = outcome.subspan(state * alternatives, alternatives);
    const double best = *std::ranges::max_element(row);
    for (std::size_t one = 0; one < alternatives; ++one) {
      const double regret = best - row[one];
      Regret& of = all[one];
      behind[one][state] = regret;
      of.times_best += regret <= tolerance * std::max(std::abs(best), std::abs(row[one])) ? 1U : 0U;
      if (regret > of.largest) {
        of.largest = regret;
        of.worst_state = state;
      }
    }
  }
  for (std::size_t one = 0; one < alternatives; ++one) {
    all[one].mean = stats::mean_estimate(behind[one]);
  }
  return all;
}

}  // namespace shanhai::analysis
