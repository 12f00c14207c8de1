#pragma once

#include <string>
#include <vector>

#include "paper/bound_figures.hpp"
#include "paper/paper.hpp"

namespace shanhai::briefing {

/// A figure that does not hold.
struct Mismatch {
  std::string what;   ///< its address
  std::string shown;  ///< what the file says; empty where it is missing there
  std::string holds;  ///< what was reckoned; empty where there is no such figure
};

/// The figures of a file that differ from those of the paper reckoned again, in the order of the paper.
[[nodiscard]] std::vector<Mismatch> mismatches(const paper::Paper& reckoned,
                                               const std::vector<paper::FoundFigure>& found);

}  // namespace shanhai::briefing
