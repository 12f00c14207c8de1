#include "library/unit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/say.hpp"

namespace shanhai::library {
namespace {

/// How a unit is told: what its numbers are multiplied by, and what stands before and behind them.
struct Unit {
  std::string_view key;
  double factor;  // in English; Chinese keeps the unit, but for percentages
  Words before;
  Words after;
  bool is_money = false;  // in English in millions or billions where it is long
};

constexpr double percent = 100;
constexpr double ten_thousand = 1e4;
constexpr double hundred_million = 1e8;

constexpr std::array units{
    Unit{"share", percent, {"", ""}, {"%", "%"}},
    Unit{"per_year", percent, {"每年", ""}, {"%", "% a year"}},
    Unit{"years", 1, {"", ""}, {"年", " years"}},
    Unit{"hours", 1, {"", ""}, {"小时", " hours"}},
    Unit{"count", 1, {"", ""}, {"个", ""}},
    Unit{"times", 1, {"", ""}, {"倍", " times"}},
    Unit{"persons", 1, {"", ""}, {"人", " people"}},
    Unit{"m", 1, {"", ""}, {"米", " m"}},
    Unit{"km", 1, {"", ""}, {"公里", " km"}},
    Unit{"m2", 1, {"", ""}, {"平方米", " m²"}},
    Unit{"km2", 1, {"", ""}, {"平方公里", " km²"}},
    Unit{"亩", 1, {"", ""}, {"亩", " mu"}},
    Unit{"元", 1, {"", "CNY "}, {"元", ""}},
    Unit{"元/m2", 1, {"", "CNY "}, {"元/平方米", " per m²"}},
    Unit{"万元", ten_thousand, {"", "CNY "}, {"万元", ""}, true},
    Unit{"万元/年", ten_thousand, {"", "CNY "}, {"万元/年", " a year"}, true},
    Unit{"万元/亩", ten_thousand, {"", "CNY "}, {"万元/亩", " per mu"}},
    Unit{"万元/人", ten_thousand, {"", "CNY "}, {"万元/人", " per worker"}},
    Unit{"亿元", hundred_million, {"", "CNY "}, {"亿元", ""}, true},
    Unit{"USD", 1, {"", "USD "}, {"美元", ""}},
    Unit{"million USD", 1, {"", "USD "}, {"百万美元", " million"}},
};

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Digits with a comma between the thousands, and no more decimals than the number has.
std::string digits(double value) {
  constexpr int kept = 10;
  std::string text = fmt::format("{:.{}g}", value, kept);
  if (text.find('e') != std::string::npos) {
    text = fmt::format("{:.0f}", value);
  }
  const std::size_t whole = std::min(text.find('.'), text.size());
  const std::size_t first = text.front() == '-' ? 1 : 0;
  constexpr std::size_t group = 3;
  for (std::size_t place = whole; place > first + group; place -= group) {
    text.insert(place - group, ",");
  }
  return text;
}

std::string english_money(double amount, std::string_view before, std::string_view after) {
  constexpr double million = 1e6;
  constexpr double billion = 1e9;
  if (std::abs(amount) >= billion) {
    return fmt::format("{}{} billion{}", before, digits(amount / billion), after);
  }
  if (std::abs(amount) >= million) {
    return fmt::format("{}{} million{}", before, digits(amount / million), after);
  }
  return fmt::format("{}{}{}", before, digits(amount), after);
}

}  // namespace

std::string quantity(std::string_view value, std::string_view unit, Language language) {
  const auto* const known = std::ranges::find(units, unit, &Unit::key);
  const std::optional<double> parsed = number(value);
  if (known == units.end() || !parsed) {
    return std::string(value);
  }
  const bool scaled = language == Language::en || known->factor == percent;
  const double amount = scaled ? *parsed * known->factor : *parsed;
  const std::string_view before = known->before.in(language);
  const std::string_view after = known->after.in(language);
  return language == Language::en && known->is_money ? english_money(amount, before, after)
                                                     : fmt::format("{}{}{}", before, digits(amount), after);
}

std::string quantity(const Fact& fact, Language language) {
  std::string text;
  for (const std::string& value : fact.values) {
    text += text.empty() ? "" : say(language, {"、", ", "});
    text += quantity(value, fact.unit, language);
  }
  return text;
}

}  // namespace shanhai::library
