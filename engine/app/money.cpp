#include "app/money.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "app/figures.hpp"

namespace shanhai::app {

namespace {

/// A word for a power of ten, and from what amount it is used. Without an error, decimals go down to 万元, in 亿元 to
/// 百万元.
struct Magnitude {
  double from;
  double size;
  int exact_decimals;
  std::string_view word;
};

// County budgets are told in 万元 up to five digits and more; only then 亿元 is the shorter.
constexpr std::array chinese{Magnitude{1e9, 1e8, 2, "亿"}, Magnitude{1e4, 1e4, 0, "万"}, Magnitude{0, 1, 0, ""}};
constexpr std::array english{Magnitude{1e9, 1e9, 3, "billion"},
                             Magnitude{1e6, 1e6, 2, "million"},
                             Magnitude{1e3, 1e3, 0, "thousand"},
                             Magnitude{0, 1, 0, ""}};

template <class List>
const Magnitude& fitting(const List& magnitudes, double amount) {
  const auto* found = magnitudes.begin();
  while (amount < found->from) {
    ++found;
  }
  return *found;
}

std::string form_of(const Magnitude& magnitude, const std::string& code, Language language) {
  if (language == Language::zh) {
    return code == "CNY" ? fmt::format("{{}} {}元", magnitude.word) : fmt::format("{{}} {}{}", magnitude.word, code);
  }
  return magnitude.word.empty() ? fmt::format("{} {{}}", code) : fmt::format("{} {{}} {}", code, magnitude.word);
}

// Two digits more than are told of an exact number are enough for any error.
int decimals_of(double error, const MoneyUnit& unit) {
  const bool exact = !(error > 0);
  constexpr int more = 2;
  return exact ? unit.exact_decimals : supported_decimals(error / unit.size, unit.exact_decimals + more);
}

constexpr std::string_view place_of_digits = "{}";

}  // namespace

std::string MoneyUnit::name() const {
  const std::size_t place = form.find(place_of_digits);
  const std::string before = form.substr(0, place);
  const std::string after = form.substr(place + place_of_digits.size());
  return before.empty() ? after.substr(1) : before + (after.empty() ? "" : after.substr(1));
}

std::string MoneyUnit::with(const std::string& digits) const {
  std::string text = form;
  return text.replace(text.find(place_of_digits), place_of_digits.size(), digits);
}

MoneyUnit money_unit(const run::Currency& currency, double largest, Language language) {
  const double amount = std::abs(largest) * currency.unit;
  const Magnitude& magnitude = language == Language::zh ? fitting(chinese, amount) : fitting(english, amount);
  return {magnitude.size / currency.unit, magnitude.exact_decimals, form_of(magnitude, currency.code, language)};
}

std::string money(const run::Estimate& amount, const MoneyUnit& unit) {
  return money(amount.value, amount.error, unit);
}

std::string money_error(const run::Estimate& amount, const MoneyUnit& unit) {
  if (!(amount.error > 0)) {
    return "";
  }
  return "± " + error_figure(amount.error / unit.size, decimals_of(amount.error, unit));
}

std::string money(double amount, double error, const MoneyUnit& unit) {
  return figure(amount / unit.size, decimals_of(error, unit));
}

}  // namespace shanhai::app
