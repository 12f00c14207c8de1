#pragma once

#include <string_view>

#include "core/text.hpp"

namespace shanhai::document {

/// The message of a fault: what was expected, and what was found in its place.
[[nodiscard]] Text expected(Words what, const Text& found);

/// A part of the file as a message shows it: in quotes, and shortened.
[[nodiscard]] Text quoted(std::string_view part);

/// Expected before parsing and while parsing alike.
inline constexpr Words blanks{"用空格缩进", "blanks as indentation"};
inline constexpr Words plain_value{"直接写出的值", "a plain value"};
inline constexpr Words visible{"可见字符", "visible characters"};

/// The advice on a tab among blanks.
inline constexpr Words no_tab{"请把制表符换成空格", "replace the tab by blanks"};

}  // namespace shanhai::document
