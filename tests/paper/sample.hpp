#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "paper/image.hpp"
#include "paper/paper.hpp"

namespace shanhai::paper {

/// A paper with every kind of block: chapters and sections, wide and long tables, long names, pictures, bound figures.
[[nodiscard]] Paper sample_paper(Language language);

/// Its pictures, drawn by hand.
[[nodiscard]] std::vector<Image> sample_images(Language language);

/// Texts that would do harm where they were obeyed.
[[nodiscard]] std::vector<std::string> hostile_texts();

/// A short paper that shows this text wherever a paper has a text.
[[nodiscard]] Paper paper_of(std::string_view text);

}  // namespace shanhai::paper
