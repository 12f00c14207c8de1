#pragma once

#include <string>
#include <vector>

#include "paper/design.hpp"
#include "paper/image.hpp"
#include "paper/paper.hpp"

namespace shanhai::paper {

/// The image of the picture that is `number`-th in a text, counted from 1, as two parts: SVG, and PNG for readers that
/// know no SVG.
[[nodiscard]] std::vector<Part> image_parts(const Image& image, std::size_t number);

/// The relations of a text to them.
[[nodiscard]] std::vector<Relation> image_relations(std::size_t number);

/// A picture as wide as the text, or as high where that is less, with its caption and its note below.
[[nodiscard]] std::string picture_xml(
    const Picture& picture, const Image& image, std::size_t number, const Design& design, Language language);

}  // namespace shanhai::paper
