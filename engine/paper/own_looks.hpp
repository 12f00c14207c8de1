#pragma once

#include <span>
#include <string_view>

#include "paper/design.hpp"

namespace shanhai::paper {

/// A paragraph's look. Sizes in half points, other lengths in twentieths of a point.
struct Look {
  std::string_view font{};  ///< of Chinese characters; empty for that of the text
  int size = 0;
  bool is_bold = false;
  std::string_view align = "left";
  int before = 0;
  int after = 0;
  int line = 240;  ///< its height, exact; or in 240ths of what it needs
  bool is_exact = false;
  int indent = 0;     ///< of the first line, in hundredths of a character
  int outline = 0;    ///< 1 a chapter, 2 a section, 0 neither
  bool keep = false;  ///< on one page with what follows
};

/// A style of ours in both languages.
struct OwnLook {
  Role role = Role::body;
  std::string_view id;
  std::string_view name;  ///< as Word names it; the built-in names are English in every language
  Look zh;
  Look en;
};

/// In Chinese those of an official document: title in 小标宋 22 pt, chapters in 黑体, sections in 楷体, text in 仿宋 16
/// pt on lines of 28 pt; in English those of a report in a serif.
/// @source GB/T 9704-2012, layout of official documents of the Party and government organs
[[nodiscard]] std::span<const OwnLook> own_looks() noexcept;

}  // namespace shanhai::paper
