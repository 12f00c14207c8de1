#pragma once

#include <string_view>

/// The names by which a reader finds in a file what the writer put there.
namespace shanhai::paper::html_names {

inline constexpr std::string_view figure = "data";
inline constexpr std::string_view what = "data-what";
inline constexpr std::string_view program = "shanhai-program";
inline constexpr std::string_view hash = "shanhai-hash";
inline constexpr std::string_view options = "shanhai-options";
inline constexpr std::string_view scenario = "shanhai-scenario";

}  // namespace shanhai::paper::html_names
