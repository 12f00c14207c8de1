#pragma once

#include <vector>

#include "input/reader.hpp"
#include "run/scenario.hpp"

namespace shanhai::input {

/// `{path: {fact: id}}` or `{path: text}`; a path must be that of a key in `root`, a fact must be in the fact base.
[[nodiscard]] std::vector<run::SourceNote> read_sources(Reader& reader, const Node& node, const Node& root);

/// The paths of numbers that are assumptions: the nearest source at the path itself or above it is none, or a text that
/// begins with 假设 or "assum".
[[nodiscard]] std::vector<std::string> without_source(const std::vector<std::string>& numbers,
                                                      const std::vector<run::SourceNote>& sources);

}  // namespace shanhai::input
