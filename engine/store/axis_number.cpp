#include "store/axis_number.hpp"

#include <charconv>
#include <cmath>
#include <string>

namespace shanhai::store {
namespace {

std::optional<double> whole_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool complete = error == std::errc{} && end == text.data() + text.size();
  return complete && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<double> axis_number(std::string_view text) {
  text.remove_prefix(text.starts_with('+') && !text.starts_with("+-") ? 1 : 0);
  if (!text.ends_with('%')) {
    return whole_number(text);
  }
  text.remove_suffix(1);
  if (text.find_first_of("eE") == std::string_view::npos) {
    return whole_number(std::string(text) + "e-2");  // rounded once, as the scenario's reader does
  }
  const std::optional<double> number = whole_number(text);
  return number ? std::optional(*number / 100) : std::nullopt;
}

}  // namespace shanhai::store
