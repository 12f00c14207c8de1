#include "memo/money.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "memo/figures.hpp"

namespace shanhai::memo {

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

// Two digits more than are told of an exact number are enough for any error.
int decimals_of(double error, const MoneyUnit& unit) {
  const bool exact = !(error > 0);
  constexpr int more = 2;
  return exact ? unit.exact_decimals : supported_decimals(error / unit.size, unit.exact_decimals + more);
}

}  // namespace

std::string MoneyUnit::name() const {
  if (before.empty()) {
    return after.substr(1);
  }
  return before.substr(0, before.size() - 1) + after;
}

MoneyUnit money_unit(const run::Currency& currency, double largest, Language language) {
  const double amount = std::abs(largest) * currency.unit;
  if (language == Language::zh) {
    const Magnitude& magnitude = fitting(chinese, amount);
    return {magnitude.size / currency.unit,
            magnitude.exact_decimals,
            "",
            fmt::format(" {}{}", magnitude.word, currency.code == "CNY" ? "元" : currency.code)};
  }
  const Magnitude& magnitude = fitting(english, amount);
  return {magnitude.size / currency.unit,
          magnitude.exact_decimals,
          currency.code + ' ',
          magnitude.word.empty() ? "" : fmt::format(" {}", magnitude.word)};
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

}  // namespace shanhai::memo
