#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/diagnostic.hpp"

namespace shanhai::document {

/// A text without the byte order mark that it may begin with.
[[nodiscard]] std::string_view without_mark(std::string_view text) noexcept;

/// How many bytes of a text come before its first byte that is not UTF-8; all of them when there is none.
[[nodiscard]] std::size_t valid_bytes(std::string_view text) noexcept;

/// The characters of a text, one by one.
[[nodiscard]] std::u32string characters(std::string_view text);

/// The text, or its beginning and `…` when it has more characters than `most`.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most = 40);

/// Lines and columns by byte offset. Linear in the text when the offsets asked for rise.
class Places {
 public:
  explicit Places(std::string_view text) noexcept : text_(text) {}

  /// The place of the character at `offset`; an offset past the end counts as the end.
  [[nodiscard]] Place at(std::size_t offset) noexcept;

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Place place_{1, 1};
};

}  // namespace shanhai::document
