#pragma once

#include "core/lanes.hpp"
#include "stats/estimate.hpp"

namespace shanhai::analysis {

/// How much of the spread of an outcome one quantity explains: shares of its variance, with standard errors from the
/// influence function of each estimator. Many paths are needed; few of them bias nothing, but leave wide errors.
/// Source of the indices: Sobol', "Sensitivity estimates for nonlinear mathematical models", Math. Modelling Comput.
/// Experiment 1 (1993).

/// The first-order index Var(E[Y | U]) / Var(Y) from one sample: the variance between 64 equal parts of U, less what
/// chance alone would bring, with the error of Da Veiga and Gamboa, "Efficient estimation of sensitivity indices", J.
/// Nonparametric Statistics 25 (2013).
/// @param uniform  [path] the uniform number in (0, 1] that the quantity was drawn by
/// @param values   [path] the outcome; at least 128 paths
[[nodiscard]] stats::Estimate first_index(ConstLanes uniform, ConstLanes values);

/// The total index E[Var(Y | all else)] / Var(Y), from outcomes with the quantity alone drawn anew. Source: Jansen,
/// "Analysis of variance designs for model output", Computer Physics Communications 117 (1999).
[[nodiscard]] stats::Estimate total_index(ConstLanes values, ConstLanes redrawn);

/// The closed index Var(E[Y | Z]) / Var(Y) of all that two samples have in common, from their covariance. Source: Janon
/// et al., "Asymptotic normality and efficiency of two Sobol index estimators", ESAIM: P&S 18 (2014).
[[nodiscard]] stats::Estimate shared_index(ConstLanes values, ConstLanes other);

/// The mean outcome where a quantity is low, or high.
struct Ends {
  stats::Estimate low;   ///< in the lowest tenth of its draws
  stats::Estimate high;  ///< in the highest
};

/// @pre as of first_index
[[nodiscard]] Ends ends_of(ConstLanes uniform, ConstLanes values);

}  // namespace shanhai::analysis
