#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace shanhai::memo {

/// A text broken into lines of at most `width` columns, between words or Chinese characters; later lines are indented.
/// A mark that closes a phrase never begins a line. Ends with a line break.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

/// A text of at most `width` columns: its beginning and `…` when it is wider.
[[nodiscard]] std::string clipped(std::string_view text, std::size_t width);

}  // namespace shanhai::memo
