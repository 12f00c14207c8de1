#pragma once

#include <string>
#include <vector>

#include "study/laboratory.hpp"
#include "study/want.hpp"
#include "sweep/points.hpp"

namespace shanhai::study {

/// The figure that is asked about at one place of what varies.
struct Trial {
  double place = 0;  ///< in [0, 1] of the axis
  run::Estimate figure;
};

/// A place at which the figure is what it is wanted to be.
struct Solution {
  double place = 0;
  double error = 0;     ///< standard error of the place, that of the figure over its slope; infinite where it is flat
  bool beyond = false;  ///< whether larger places satisfy a wish of >= or <=, not smaller ones
  run::Estimate figure;
  run::SchemeOutcome outcome;
};

struct Solved {
  std::vector<Trial> scan;          ///< at even places, from 0 to 1
  std::vector<Solution> solutions;  ///< in order; none where the figure does not cross what is wanted between trials
};

/// Where along an axis a figure becomes what it is wanted to be: tried at nine even places, and between any two on
/// different sides of the wish by a root finder. All trials see the same futures, so the answer is as certain as the
/// figure at one place, not as the difference of two runs.
///
/// Source of the root finder: Alefeld, Potra and Shi, "Algorithm 748", ACM TOMS 21 (1995), as in Boost.
/// @param sweep   of one axis (study::read_vary)
/// @param scheme  its place in the base scenario
[[nodiscard]] Tried<Solved> solve(Laboratory& laboratory,
                                  const sweep::Sweep& sweep,
                                  const document::Node& base,
                                  std::size_t scheme,
                                  const Want& want);

}  // namespace shanhai::study
