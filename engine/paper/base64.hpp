#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shanhai::paper {

/// Bytes as letters that no format changes, so that they come back bit by bit. Own code, as no library of ours has both
/// ways in public.
/// @source RFC 4648, section 4
[[nodiscard]] std::string base64(std::string_view bytes);

/// The bytes again; blanks and line ends between the letters are passed over. Nothing where it is not base 64.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view letters);

}  // namespace shanhai::paper
