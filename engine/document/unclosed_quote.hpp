#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace shanhai::document {

/// Where the quote stands that is never closed: the last to open a text, of either kind.
[[nodiscard]] std::optional<std::size_t> unclosed_quote(std::string_view text);

}  // namespace shanhai::document
