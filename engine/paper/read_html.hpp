#pragma once

#include <string_view>
#include <variant>

#include "core/text.hpp"
#include "paper/bound_figures.hpp"

namespace shanhai::paper {

/// What an HTML file of ours says of itself, also after a browser saved it anew or a hand edited it: its proof, and
/// every bound figure with the text that stands there now, blanks taken together. Or why it cannot be read: a reason in
/// one line. Whether the proof is true, and the figures are, is for others to judge.
[[nodiscard]] std::variant<Found, Text> read_html(std::string_view file);

}  // namespace shanhai::paper
