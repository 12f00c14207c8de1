#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/lanes.hpp"
#include "run/plan.hpp"
#include "run/scenario.hpp"
#include "stats/quantiles.hpp"

namespace shanhai::run {

/// What one scheme means for all parties together.
struct Joint {
  std::vector<double> total;                     ///< [path] sum of the NPVs
  std::uint64_t accepted = 0;                    ///< paths on which every party reaches its reservation
  std::vector<std::uint64_t> below_reservation;  ///< [party] paths
  std::optional<stats::Estimate> nash;           ///< product of the mean gains over reservation, where none is negative
  std::optional<stats::Estimate> jain;           ///< fairness index of the mean NPVs, where none is negative
};

/// @param npv        [party][path]
/// @param tolerance  [party] differences of money that count as none
/// Sources: Nash, "The bargaining problem", Econometrica 18 (1950); Jain, Chiu, Hawe, "A quantitative measure of
/// fairness", DEC-TR-301 (1984). Errors by the delta method on the joint distribution of the NPVs.
[[nodiscard]] Joint judge_jointly(const Scenario& scenario,
                                  const Plan& plan,
                                  const std::vector<ConstLanes>& npv,
                                  const std::vector<double>& tolerance);

}  // namespace shanhai::run
