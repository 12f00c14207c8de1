#pragma once

#include <span>
#include <string>

#include "paper/image.hpp"
#include "paper/paper.hpp"

namespace shanhai::paper {

/// A paper as one HTML file that needs nothing else: no script, no network, which its own security policy forbids too.
/// It reads on a screen and on a phone, and prints on A4. Plain functions write it: a template would need the same
/// blocks once more as a tree of its own.
///
/// The file carries the paper's proof and binds its figures, so that `read_html` finds them again. The same paper gives
/// the same bytes.
/// @param images  one a picture of the paper, in their order; an SVG has a viewBox, by which it is scaled, and ids that
/// no other has. They are our own and are not looked into.
[[nodiscard]] std::string html(const Paper& paper, std::span<const Image> images);

}  // namespace shanhai::paper
