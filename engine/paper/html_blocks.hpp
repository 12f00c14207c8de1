#pragma once

#include <span>
#include <string>

#include "paper/image.hpp"
#include "paper/paper.hpp"

namespace shanhai::paper {

/// The blocks of a paper as HTML that is well-formed XML too. Each picture takes the next image; a picture without one
/// shows its description.
[[nodiscard]] std::string blocks_html(const Paper& paper, std::span<const Image> images);

}  // namespace shanhai::paper
