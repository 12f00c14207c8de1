#include "input/number_text.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include <fmt/format.h>

namespace shanhai::input {
namespace {

constexpr Words plain{"请写成 1200、0.06 或 6%", "write it as 1200, 0.06 or 6%"};
constexpr Words whole{"请写整数，如 20", "write a whole number, as 20"};
constexpr Words finite{"应为有限的数", "a number must be finite"};
constexpr Words ascii{"请用半角数字和符号，不带单位", "write half-width digits and signs, without a unit"};
constexpr Words comma{"小数点用 '.'，千位不加逗号", "use a point, not a comma, and no comma between thousands"};
constexpr Words underscore{"数字之间不加下划线", "write the digits without underscores"};
constexpr Words base{"请用十进制", "write it in decimal digits"};
constexpr Words size{"数值过大或过于接近 0，无法计算", "it is too large, or too close to 0, to compute with"};

// The parts of a well-formed number, as written.
struct Parts {
  bool negative = false;
  std::string_view digits;    // before the point
  std::string_view decimals;  // after it
  std::string_view exponent;  // with its sign
  bool percent = false;
  bool has_point = false;
  bool has_exponent = false;
};

bool take(std::string_view& rest, std::string_view any_of) {
  const bool found = !rest.empty() && any_of.find(rest.front()) != std::string_view::npos;
  rest.remove_prefix(found ? 1 : 0);
  return found;
}

std::string_view take_digits(std::string_view& rest) {
  const std::string_view digits = rest.substr(0, rest.find_first_not_of("0123456789"));
  rest.remove_prefix(digits.size());
  return digits;
}

// Empty when the text does not have the form of a number.
std::optional<Parts> parts_of(std::string_view text) {
  Parts parts;
  parts.negative = text.starts_with('-');
  take(text, "+-");
  parts.digits = take_digits(text);
  parts.has_point = take(text, ".");
  if (parts.has_point) {
    parts.decimals = take_digits(text);
  }
  parts.has_exponent = take(text, "eE");
  if (parts.has_exponent) {
    const std::string_view signed_exponent = text;
    const bool has_sign = take(text, "+-");
    const std::size_t length = take_digits(text).size();
    if (length == 0) {
      return std::nullopt;
    }
    parts.exponent = signed_exponent.substr(0, length + (has_sign ? 1 : 0));
  }
  parts.percent = take(text, "%");
  const bool complete = text.empty() && !(parts.digits.empty() && parts.decimals.empty());
  return complete ? std::optional(parts) : std::nullopt;
}

bool has_leading_zero(const Parts& parts) {
  return parts.digits.size() > 1 && parts.digits.front() == '0';
}

Text leading_zero(const Parts& parts) {
  const std::string_view digits = parts.digits;
  const std::string_view decimal = digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  std::uint64_t octal = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), octal, 8);
  const bool looks_octal = error == std::errc{} && end == digits.data() + digits.size() && octal > 7 &&
                           !parts.has_point && !parts.has_exponent && !parts.percent;
  if (looks_octal && decimal.size() <= 12) {
    return {fmt::format("前面的 0 像八进制；请写 {} 或 {}", decimal, octal),
            fmt::format("the leading 0 looks octal; write {} or {}", decimal, octal)};
  }
  const bool thousands = digits.size() == 3 && !parts.has_point && !parts.has_exponent;
  return thousands ? Text{"请去掉前面多余的 0；一千写作 1000，不写 1,000",
                          "write it without the leading 0; a thousand is 1000, not 1,000"}
                   : Text{"请去掉前面多余的 0", "write it without the leading 0"};
}

bool names_no_number(std::string_view text) {
  std::string lower;
  std::ranges::copy_if(text, std::back_inserter(lower), [](char c) { return c != '.' && c != '+' && c != '-'; });
  std::ranges::transform(
      lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower == "nan" || lower == "inf" || lower == "infinity";
}

bool has_other_base(std::string_view text) {
  take(text, "+-");
  return take(text, "0") && take(text, "xXoObB");
}

// Why a text does not have the form of a number.
Words fault_of(std::string_view text, Words otherwise) {
  const auto holds = [text](char c) {
    return text.find(c) != std::string_view::npos;
  };
  if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    return ascii;
  }
  if (names_no_number(text)) {
    return finite;
  }
  if (has_other_base(text)) {
    return base;
  }
  if (holds(',')) {
    return comma;
  }
  return holds('_') ? underscore : otherwise;
}

// The exponent less the two places of a percentage; limited to what is far out of range anyway.
long scaled_exponent(const Parts& parts) {
  constexpr long limit = 1'000'000'000;
  std::string_view text = parts.exponent;
  const bool negative = text.starts_with('-');
  take(text, "+-");
  long exponent = 0;
  for (const char digit : text) {
    exponent = std::min(exponent * 10 + (digit - '0'), limit);
  }
  return (negative ? -exponent : exponent) - (parts.percent ? 2 : 0);
}

}  // namespace

Reading<double> to_number(std::string_view text) {
  const std::optional<Parts> parts = parts_of(text);
  if (!parts) {
    return {std::nullopt, fault_of(text, plain).text()};
  }
  if (has_leading_zero(*parts)) {
    return {std::nullopt, leading_zero(*parts)};
  }
  const std::string decimal = fmt::format("{}.{}e{}", parts->digits, parts->decimals, scaled_exponent(*parts));
  double value = 0;
  const auto [end, error] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  if (error != std::errc{}) {
    return {std::nullopt, size.text()};
  }
  return {parts->negative && value != 0 ? -value : value, {}};
}

Reading<std::int64_t> to_integer(std::string_view text) {
  const std::optional<Parts> parts = parts_of(text);
  if (!parts || parts->has_point || parts->has_exponent || parts->percent) {
    return {std::nullopt, (parts ? whole : fault_of(text, whole)).text()};
  }
  if (has_leading_zero(*parts)) {
    return {std::nullopt, leading_zero(*parts)};
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(parts->digits.data(), parts->digits.data() + parts->digits.size(), value);
  if (error != std::errc{}) {
    return {std::nullopt, size.text()};
  }
  return {parts->negative ? -value : value, {}};
}

}  // namespace shanhai::input
