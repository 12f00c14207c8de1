#pragma once

#include <string>

namespace shanhai::paper {

/// A picture as it was drawn, in both forms: one that stays sharp, and one that every reader of files shows.
struct Image {
  std::string svg;
  std::string png;
  double width = 0;  ///< px
  double height = 0;
};

}  // namespace shanhai::paper
