#pragma once

#include <string>
#include <vector>

#include "paper/paper.hpp"

namespace shanhai::paper {

/// A bound figure as a file shows it now.
struct FoundFigure {
  std::string what;
  std::string shown;
};

/// What a file says of itself.
struct Found {
  Proof proof;
  std::vector<FoundFigure> figures;
};

}  // namespace shanhai::paper
