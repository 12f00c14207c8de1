#pragma once

#include <string>
#include <vector>

#include "paper/paper.hpp"

namespace shanhai::paper {

/// A bound figure as a file shows it now.
struct FoundFigure {
  std::string what;   ///< its address among the results
  std::string shown;  ///< its text, which somebody may have changed
};

/// What a file of ours says of its figures.
struct Found {
  Proof proof;
  std::vector<FoundFigure> figures;  ///< in the order of the text
};

}  // namespace shanhai::paper
