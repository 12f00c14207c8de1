#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace shanhai::document {

/// Where a colon stands in a text that should have parted a key from its value, but has no blank behind it or is a
/// full-width one: `seed:1`, `seed：1`. Nothing where a colon parts them as it should.
[[nodiscard]] std::optional<std::size_t> glued_colon(std::string_view text);

/// The same in the last line before an offset that is neither empty nor a comment, as an offset of the whole.
[[nodiscard]] std::optional<std::size_t> glued_colon_above(std::string_view text, std::size_t offset);

}  // namespace shanhai::document
