#pragma once

#include <string>

namespace shanhai::paper {

/// A picture, drawn elsewhere.
struct Image {
  std::string svg;
  std::string png;
  double width = 0;  ///< px
  double height = 0;
};

}  // namespace shanhai::paper
