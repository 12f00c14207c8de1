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

/// What parts a key from its value, and the advice on it.
inline constexpr Words a_colon{"半角冒号和一个空格", "a colon and a blank"};
inline constexpr Words write_colon{"键与值之间写半角冒号和空格，如 seed: 1",
                                   "write a colon and a blank between key and value, as in seed: 1"};

/// The advice on a tab among blanks.
inline constexpr Words no_tab{"请把制表符换成空格", "replace the tab by blanks"};

}  // namespace shanhai::document
