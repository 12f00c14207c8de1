#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "paper/bound_figures.hpp"
#include "paper/image.hpp"
#include "paper/paper.hpp"

namespace shanhai::paper {

/// A paper as a Word file (.docx); the same paper gives the same bytes. Every bound figure stands in a content control
/// of its own, and a part of data beside the text says what each is.
/// @param images of its pictures, in their order; a picture without one is its description in words
/// @param template_bytes an institution's own .docx or .dotx, whose styles, page, headers and footers are taken (its
///   text, its macros and whatever points out of the file are not); else the look of an official document
/// @returns the bytes, or why that file is no template
/// @source ECMA-376, Office Open XML, transitional
[[nodiscard]] std::variant<std::string, Text> docx(const Paper& paper,
                                                   std::span<const Image> images,
                                                   const std::optional<std::string>& template_bytes = std::nullopt);

/// The proof of a Word file of ours, and its bound figures as they are shown now, however often it was saved since; or
/// why it has none.
[[nodiscard]] std::variant<Found, Text> read_docx(std::string_view bytes);

}  // namespace shanhai::paper
