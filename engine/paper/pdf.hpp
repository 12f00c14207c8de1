#pragma once

#include <optional>
#include <string>

#include "core/text.hpp"
#include "paper/process.hpp"

namespace shanhai::paper {

/// Prints an HTML file into a PDF file by the Chromium, Chrome or Edge of this machine. Nothing where it is done, else
/// why not and what to do, and then no PDF is left. The file is written in place: give a name aside, and rename.
[[nodiscard]] std::optional<Text> print_to_pdf(const std::string& html_file,
                                               const std::string& pdf_file,
                                               const Patience& patience = {});

}  // namespace shanhai::paper
